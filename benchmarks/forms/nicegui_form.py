"""The form in NiceGUI."""

import os

from nicegui import ui
from saving import ROLES, TITLE, save


@ui.page("/")
def form() -> None:
    ui.html(f"<h1>{TITLE}</h1>", sanitize=False)
    name = ui.input("Name")
    role = ui.select(ROLES, value=ROLES[0])
    story = ui.textarea("What happened?")
    rating = ui.slider(min=0, max=10, value=5)

    def on_save() -> None:
        status.set_text(save(name.value, role.value, story.value, rating.value))

    ui.button("Save", on_click=on_save)
    status = ui.label("")


ui.run(host="127.0.0.1", port=int(os.environ["BENCH_PORT"]), show=False, reload=False)
