"""What reaches another person's phone and the wall: searched for what it must not hold.

Everything a browser gets is looked at: the page as it was sent, the frames of its websocket, the
document as it stands, and what the browser keeps.
"""

from __future__ import annotations

from playwright.sync_api import Browser, Response, WebSocket, expect

from tests.support.room import LAPTOP, Facilitator, Participant, Person, Room

STEP = "p2d-conditions"
WORDS = "Somebody who listens on Sundays"
NAME = "Zéphirine"


class Eavesdropper:
    """Keeps all that comes to a person's browser."""

    def __init__(self, person: Person) -> None:
        self.person = person
        self._came: list[str] = []
        person.page.on("websocket", self._follow)
        person.page.on("response", self._keep)

    def _follow(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda frame: self._came.append(_text(frame)))

    def _keep(self, response: Response) -> None:
        if response.request.resource_type == "document" and response.status == 200:
            self._came.append(response.text())

    @property
    def knows(self) -> str:
        page = self.person.page
        kept = page.evaluate("JSON.stringify([{...localStorage}, {...sessionStorage}])")
        return "\n".join([*self._came, page.content(), kept])

    def forget(self) -> None:
        self._came.clear()


def _text(frame: str | bytes) -> str:
    return frame if isinstance(frame, str) else frame.decode("utf-8", "replace")


def join_with_a_name(writer: Participant, room: Room, code: str) -> None:
    writer.page.goto(f"{room.address}/join/{code}")
    writer.page.locator("[name=consent]").check()
    writer.page.locator("#name").fill(NAME)
    writer.page.locator("#group").select_option("family")
    writer.page.locator("form button.main").click()
    writer.arrive()


def test_nothing_of_a_person_reaches_another_phone_or_the_wall(
    room: Room, browser: Browser
) -> None:
    workshop = room.new_workshop()
    code, record = workshop["code"], room.record(workshop["code"])
    facilitator, wall = Facilitator(browser), Person(browser, LAPTOP)
    writer, other = Participant(browser, "fr-CA"), Participant(browser)
    listening = [Eavesdropper(other), Eavesdropper(wall)]
    facilitator.open(workshop["facilitate_url"])
    wall.page.goto(workshop["wall_url"])
    other.join(room, code)
    join_with_a_name(writer, room, code)
    question = facilitator.move(STEP)
    other.follow(question)
    expect(wall.page.get_by_text(question)).to_be_visible()
    writer.page.locator(".news button").or_(writer.page.locator(".cards textarea")).first.wait_for()
    writer.write(WORDS, ratings=(5,))
    writer.saved()
    writer.finish_step()
    expect(wall.page.locator(".counts").first).to_contain_text("1")

    state = record.state()
    [answer] = state.answers_to(STEP)
    secrets = {
        "name": NAME,
        "pseudonym": answer.participant,
        "moment": answer.changed.isoformat()[11:23],
        "beginning": answer.created.isoformat()[11:23],
    }
    before = secrets | {"words": WORDS, "id": answer.contribution.id}
    for ear in listening:
        assert question in ear.knows, "it listens at the right place"
        assert [what for what, secret in before.items() if secret in ear.knows] == []

    facilitator.reveal()
    expect(other.page.locator(".board").get_by_text(WORDS)).to_be_visible()
    expect(wall.page.get_by_text(WORDS)).to_be_visible()
    for ear in listening:
        assert ear.knows.count(WORDS) > ear.person.page.content().count(WORDS), "frames are read"
        assert [what for what, secret in secrets.items() if secret in ear.knows] == []

    facilitator.more("Hide the answers")
    expect(other.page.get_by_text(WORDS)).to_have_count(0)
    expect(wall.page.get_by_text(WORDS)).to_have_count(0)
    for ear in listening:
        ear.forget()
        ear.person.page.reload()
        expect(ear.person.page.get_by_text(question).first).to_be_visible()
        assert [what for what, secret in before.items() if secret in ear.knows] == []
    for person in (facilitator, writer, other, wall):
        person.close()
