"""``lhs serve`` that ends a page's kernel seconds, not a minute, after its last connection."""

from lhs_widgets import lean  # noqa: F401 - as the command does
from lhs_widgets.server import workbook
from lhs_widgets.server.cli import main


class ImpatientWorkbook(workbook.Workbook):
    """All as it is, but for the one waiting time that a test can't afford."""

    def initialize(self, argv: list[str]) -> None:
        self.config.MappingKernelManager.cull_idle_timeout = 3
        self.config.MappingKernelManager.cull_interval = 1
        super().initialize(argv)


workbook.Workbook = ImpatientWorkbook  # type: ignore[misc]
main()
