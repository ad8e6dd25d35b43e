/** The five-field form. */

function field(label, control) {
  const element = document.createElement("label");
  element.append(label, document.createElement("br"), control);
  return element;
}

function make(tag, properties = {}) {
  return Object.assign(document.createElement(tag), properties);
}

function render({ model, el }) {
  const name = make("input", { type: "text" });
  const role = make("select");
  role.append(...model.get("roles").map((each) => new Option(each)));
  const story = make("textarea", { rows: 4 });
  const rating = make("input", { type: "range", min: 0, max: 10, value: 5 });
  const button = make("button", { type: "button", textContent: "Save" });
  const status = make("p", { role: "status" });
  button.onclick = () =>
    model.send({ name: name.value, role: role.value, story: story.value, rating: rating.value });
  model.on("msg:custom", ({ said }) => {
    status.textContent = said;
  });
  const fields = [
    field("Name", name),
    field("Role", role),
    field("What happened?", story),
    field("How well did it go?", rating),
  ];
  el.append(make("h2", { textContent: model.get("title") }), ...fields.flatMap((f) => [f, make("br")]));
  el.append(button, status);
  document.getElementById("opening")?.remove();
}

export default { render };
