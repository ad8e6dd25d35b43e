"""What of Voilà's insides the pages reach for is still there; docs/light-page.md lists it."""

from __future__ import annotations

import inspect

import nbformat
import voila.handler
from voila.execute import VoilaExecutor
from voila.notebook_renderer import NotebookRenderer

from lhs_widgets.server import voila_pages


def test_the_front_ends_configuration_is_asked_for_where_we_answer() -> None:
    assert "get_page_config(**" in inspect.getsource(voila.handler.VoilaHandler)
    assert voila.handler.get_page_config.__module__ == voila_pages.__name__


def test_only_a_kernel_of_the_language_python_is_told_its_id() -> None:
    told = inspect.getsource(NotebookRenderer._jinja_kernel_start)
    assert 'nb.metadata.kernelspec["language"] == "python"' in told


def test_the_states_of_widgets_are_collected() -> None:
    assert "self.executor = VoilaExecutor(" in inspect.getsource(NotebookRenderer)
    executor = VoilaExecutor(nbformat.v4.new_notebook())
    executor.reset_execution_trackers()
    assert (executor.widget_state, executor.widget_buffers) == ({}, {})
