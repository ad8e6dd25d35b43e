/**
 * A small host for anywidget modules on a Voilà page, instead of JupyterLab's front end.
 *
 * The page has one element `[data-model]` for each widget a cell displays. See docs/light-page.md.
 */

import { KernelSocket } from "./protocol.js";
import { Models } from "./models.js";

/** Widgets of ipywidgets itself need JupyterLab; say so instead of showing nothing. */
function moduleOf(model) {
  const source = model.get("_esm");
  if (!source) throw new Error(`${model.get("_model_name")} is not an anywidget`);
  const url = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
  return import(url).finally(() => URL.revokeObjectURL(url));
}

function style(model) {
  const css = model.get("_css");
  if (!css || document.querySelector(`style[data-for="${model.get("_anywidget_id")}"]`)) return;
  const element = document.createElement("style");
  element.dataset.for = model.get("_anywidget_id");
  element.textContent = css;
  document.head.append(element);
}

/** Gives a module its model and element, as anywidget's contract says. */
async function mount(model, element) {
  style(model);
  const module = await moduleOf(model);
  const widget = typeof module.default === "function" ? await module.default() : module.default;
  const api = { model, experimental: { invoke: () => Promise.reject(new Error("not supported")) } };
  await widget.initialize?.(api);
  await widget.render?.({ ...api, el: element });
}

function showState(state) {
  document.documentElement.dataset.connection = state;
  document.dispatchEvent(new CustomEvent("lightpage:connection", { detail: state }));
}

async function start({ base, kernel }) {
  const socket = new KernelSocket({ base, kernel });
  socket.onstate = showState;
  const models = await new Models(socket).load();
  const places = [...document.querySelectorAll("[data-model]")];
  await Promise.all(
    places.map(async (element) => {
      try {
        await mount(models.get(element.dataset.model), element);
      } catch (error) {
        console.error(error);
        element.textContent = document.body.dataset.broken;
      }
    }),
  );
  document.documentElement.dataset.ready = "";
}

start(JSON.parse(document.getElementById("light-page").textContent));
