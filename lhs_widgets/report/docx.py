"""A report as a DOCX to go on writing: headings, tables with header rows, pictures with words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ..analysis.words import number
from . import drawing, words
from .content import Action, Agreed, Bars, Figure, Gaps, Group, Matrix, Phase, Report, Step
from .word_file import WordFile


def to_docx(report: Report) -> bytes:
    """The file; people's words are text in it, whatever they hold."""
    writer = _Writer(report, WordFile(report.title, report.language))
    writer.front()
    for phase in report.phases:
        writer.phase(phase)
    writer.rest()
    return writer.file.content()


@dataclass(frozen=True)
class _Writer:
    """Lays out a report, part by part, at the end of a file."""

    report: Report
    file: WordFile

    def label(self, name: str, **values: object) -> str:
        return words.label(name, self.report.language).format(**values)

    def number(self, value: float) -> str:
        return number(value, self.report.language)

    def front(self) -> None:
        report, file = self.report, self.file
        file.title(report.title)
        file.quiet(f"{self.label('kind')} – {self.label('report_on', date=report.date)}")
        if report.pretended:
            file.callout(self.label("pretended"))
        if report.cycle:
            file.heading(self.label("cycle"), 1)
            file.paragraph(self.label("cycle_of"))
            phases = ", ".join(f"{each.number}. {each.title}" for each in report.cycle)
            picture = drawing.cycle(report.cycle, self.label("cycle"))
            file.picture(picture, f"{self.label('cycle')} – {phases}", width=60)
        for phase in report.phases:
            file.heading(phase.title, 2 if report.cycle else 1)
            for step in phase.steps:
                for each in step.agreed:
                    file.paragraph(each.text, lead=step.title, language=each.language)

    def phase(self, phase: Phase) -> None:
        prefix = f"{phase.number}. " if phase.number else ""
        self.file.heading(f"{prefix}{phase.title}", 1, new_page=bool(phase.number))
        if phase.introduction:
            self.file.paragraph(phase.introduction)
        if phase.challenge:
            self.file.paragraph(phase.challenge, lead=self.label("hard"))
        for step in phase.steps:
            self._step(step)

    def _step(self, step: Step) -> None:
        file = self.file
        file.heading(step.title, 2)
        file.quiet(step.question)
        self._agreed(step.agreed)
        if not step.agreed:
            file.quiet(self.label("not_agreed"))
        if step.positions:
            rows = [(each.name, self.number(each.people)) for each in step.positions]
            file.heading(self.label("who_agrees"), 3)
            file.table((self.label("what"), self.label("people")), rows)
        for figure in step.figures:
            self._figure(figure)
        if step.note:
            file.quiet(step.note)
        self._themes(step)
        if step.views:
            file.heading(self.label("views"), 3)
            for view in step.views:
                file.quote(view.text, by=view.position)
        if step.at_tables:
            file.heading(self.label("at_tables"), 3)
            self._agreed(step.at_tables)

    def _agreed(self, all_: Sequence[Agreed]) -> None:
        for each in all_:
            lead = each.where or self.label("agreed")
            self.file.callout(each.text, lead=lead, language=each.language)

    def _figure(self, figure: Figure) -> None:
        file = self.file
        file.heading(figure.title, 3)
        people = self.label("people")
        match figure:
            case Bars(unit=unit):
                rows: Iterable[tuple[str, ...]] = (
                    (f"{row.name} {row.beside}".strip(), *self._both(row.value, row.people))
                    for row in figure.rows
                )
                file.table((self.label("what"), unit, people), rows)
            case Gaps():
                heads = (self.label("role"), self.label("today"), self.label("wished"), people)
                file.table(
                    heads,
                    (
                        (row.name, self.number(row.today), *self._both(row.wished, row.people))
                        for row in figure.rows
                    ),
                )
                file.quiet(" · ".join(f"{each.value} {each.name}" for each in figure.levels))
            case Matrix(across=across, up=up):
                alt = self.label("matrix_alt", across=across.name, up=up.name)
                file.picture(drawing.matrix(figure), alt, width=95)
                file.quiet(f"↑ {up.name} {up.low} → {up.high}")
                file.quiet(f"→ {across.name} {across.low} → {across.high}")
                file.table(
                    (self.label("what"), f"↑ {up.name}", f"→ {across.name}", people),
                    (
                        (
                            f"{row.number}. {row.name}",
                            self.number(row.up),
                            *self._both(row.across, row.people),
                        )
                        for row in figure.rows
                    ),
                )
        if figure.note:
            file.quiet(figure.note)

    def _both(self, value: float, people: int) -> tuple[str, str]:
        return self.number(value), self.number(people)

    def _themes(self, step: Step) -> None:
        if step.themes:
            self.file.heading(self.label("themes"), 3)
            self.file.table(
                (self.label("theme"), self.label("people"), self.label("ideas")),
                (
                    (f"{each.title} {each.where}".strip(), *self._both(each.people, each.ideas))
                    for each in step.themes
                ),
            )
        if step.smaller:
            self.file.quiet(f"{self.label('smaller')} {' · '.join(step.smaller)}")

    def rest(self) -> None:
        report, file = self.report, self.file
        file.heading(self.label("actions"), 1, new_page=True)
        self._actions(report.actions, "no_actions")
        file.heading(self.label("earlier"), 1)
        if report.earlier:
            file.paragraph(self.label("earlier_of"))
        self._actions(report.earlier, "no_earlier")
        if report.levels:
            self._say()
        file.heading(self.label("who_took_part"), 1)
        file.paragraph(report.reading)
        self._groups(report.groups, "groups")
        self._groups(report.languages, "languages")
        file.paragraph(self.label("withdrew", n=self.number(report.withdrew)))
        file.heading(self.label("methods"), 1)
        file.bullets(report.methods)
        file.heading(self.label("limits"), 2)
        file.bullets(report.limits)
        self._draft()
        file.heading(self.label("sources"), 1)
        file.bullets(report.sources)

    def _say(self) -> None:
        self.file.heading(self.label("say"), 1)
        for sentence in (*self.report.say, self.label("promise")):
            self.file.paragraph(sentence)
        rows = [(f"{each.value} {each.name}", each.meaning) for each in self.report.levels]
        self.file.table((self.label("level"), self.label("means")), rows)

    def _actions(self, actions: Sequence[Action], none: str) -> None:
        if not actions:
            self.file.paragraph(self.label(none))
            return
        self.file.table(
            [self.label(name) for name in ("action", "who", "due", "state")],
            (
                (each.text, each.who, each.due, self.label("done" if each.done else "open"))
                for each in actions
            ),
        )

    def _groups(self, groups: Sequence[Group], title: str) -> None:
        if groups:
            self.file.heading(self.label(title), 2)
            rows = [(each.name, self.number(each.people)) for each in groups]
            self.file.table((self.label("who"), self.label("people")), rows)

    def _draft(self) -> None:
        file = self.file
        file.heading(self.label("draft"), 1, new_page=True)
        file.paragraph(self.label("draft_of"))
        for each in self.report.draft:
            file.heading(each.title, 2)
            file.quiet(each.asks)
            file.bullets(each.known)
            for gap in each.gaps:
                file.callout(gap, lead=self.label("gap"))
