"""The form in Solara."""

import solara
from saving import ROLES, TITLE, save


@solara.component
def Page() -> None:  # noqa: N802  Solara looks for this name
    name = solara.use_reactive("")
    role = solara.use_reactive(ROLES[0])
    story = solara.use_reactive("")
    rating = solara.use_reactive(5)
    status = solara.use_reactive("")

    def on_save() -> None:
        status.set(save(name.value, role.value, story.value, rating.value))

    solara.HTML(tag="h1", unsafe_innerHTML=TITLE)  # Markdown would ask a CDN for a library
    solara.InputText("Name", value=name)
    solara.Select("Role", values=ROLES, value=role)
    solara.InputTextArea("What happened?", value=story)
    solara.SliderInt("How well did it go?", value=rating, min=0, max=10)
    solara.Button("Save", on_click=on_save)
    solara.Text(status.value)
