"""The form in Panel."""

import panel as pn
from saving import ROLES, TITLE, save

pn.extension()
name = pn.widgets.TextInput(name="Name")
role = pn.widgets.Select(name="Role", options=ROLES)
story = pn.widgets.TextAreaInput(name="What happened?")
rating = pn.widgets.IntSlider(name="How well did it go?", start=0, end=10, value=5)
button = pn.widgets.Button(name="Save")
status = pn.pane.Str("")


def on_save(_: object) -> None:
    status.object = save(name.value, role.value, story.value, rating.value)


button.on_click(on_save)
pn.Column(f"# {TITLE}", name, role, story, rating, button, status).servable()
