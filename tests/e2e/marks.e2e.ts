/** Marking a paper, alone and together, in real browsers. */
import axe from "axe-core";
import type { CDPSession, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import type { DocumentId, PersonId } from "../../domain/ids";
import { tabletPortrait, test, type Visit, type VisitOptions } from "../support/browser";
import {
  dragOver,
  drawn,
  openPaper,
  panel,
  rows,
  saved,
  tool,
  wordsAt,
  writeNote,
} from "../support/marking-page";
import { openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";
import { pdf } from "../support/pdf";

const lines = [
  "Article 7. Authority over the change of land use",
  "The provincial committee decides areas under 500 hectares.",
  "The ministry is told every six months for inspection.",
  "The council supervises what is decided under this article.",
];
const long = pdf({ pages: Array.from({ length: 6 }, () => lines.join("\n")) });

let meeting: PaperMeeting;
let documentId: DocumentId;
/** each test marks a paper of its own */
const papers: DocumentId[] = [];

beforeAll(async () => {
  meeting = await openPaperMeeting();
  for (let n = 0; n < 9; n++) {
    const bytes = Buffer.concat([long, Buffer.from(`%${n}\n`)]);
    papers.push((await meeting.addPaper(meeting.items.open, bytes, `Paper ${n}`)).documentId);
  }
  await meeting.addPaper(
    meeting.items.closed,
    Buffer.concat([long, Buffer.from("%c\n")]),
    "Closed",
  );
  await meeting.publish();
}, 180_000);
afterAll(() => meeting.stop());

function nextPaper(): void {
  const next = papers.pop();
  if (next === undefined) throw new Error("every test needs a paper of its own");
  documentId = next;
}

const paper = () => `/meetings/${meeting.meetingId}/papers/${documentId}`;

async function open(visit: Visit, person: PersonId, options: VisitOptions = {}): Promise<Page> {
  const page = await visit(meeting.server.address, options);
  const [name = "", value = ""] = (await meeting.cookieOf(person)).split("=");
  await page.context().addCookies([{ name, value, url: meeting.server.address }]);
  await openPaper(page, paper());
  return page;
}

const desk = (page: Page) => page.getByRole("region", { name: /^Tài liệu/ });

describe("marking text", () => {
  test("with a tool, by selecting, and by keyboard alone; undone and done again", async ({
    visit,
  }) => {
    nextPaper();
    const page = await open(visit, meeting.people.member);
    await tool(page, "Tô màu").click();
    await page.getByRole("button", { name: "Căn cứ" }).click();
    await dragOver(page, "areas", "hectares");
    await rows(page).getByText("“areas under 500 hectares”").waitFor();
    await saved(page);

    // Over two lines, backwards: the same words.
    await tool(page, "Gạch chân").click();
    await dragOver(page, "inspection", "told");
    await rows(page).getByText("“told every six months for inspection”").waitFor();
    await tool(page, "Gạch chân").click();

    // The browser's own selection, grown to whole words.
    const start = await wordsAt(page, "council");
    const end = await wordsAt(page, "supervises");
    await page.mouse.move(start.left + 12, start.middle);
    await page.mouse.down();
    await page.mouse.move(end.left + 20, end.middle, { steps: 6 });
    await page.mouse.up();
    const bar = page.getByRole("toolbar", { name: "Đoạn đang chọn" });
    await bar.getByRole("button", { name: "Gạch bỏ" }).click();
    await rows(page).getByText("“council supervises”").waitFor();

    // By keyboard: choose from the top, extend, mark.
    await desk(page).focus();
    await page.keyboard.press("t");
    await page.keyboard.press("Shift+ArrowRight");
    await bar.waitFor();
    await page.keyboard.press("h");
    await rows(page).getByText("“Article 7.”").waitFor();
    expect(await drawn(page).count()).toBe(4);

    await page.keyboard.press("Control+z");
    await rows(page).getByText("“Article 7.”").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await rows(page).getByText("“Article 7.”").waitFor();
    await saved(page);

    // Marks can be come to by Tab in the order of the page, opened by Enter, deleted by Delete.
    const first = page.getByRole("button", { name: /^Tô màu, Căn cứ, “Article 7.”/ });
    await first.focus();
    await page.keyboard.press("Tab");
    const second = page.getByRole("button", { name: /^Tô màu, Căn cứ, “areas/ });
    expect(await second.evaluate((button) => button === document.activeElement)).toBe(true);
    await page.keyboard.press("Enter");
    await rows(page).getByRole("textbox", { name: "Trả lời" }).waitFor();
    await first.focus();
    await page.keyboard.press("Delete");
    await first.waitFor({ state: "detached" });

    // What was saved is there again.
    await saved(page);
    await openPaper(page, paper());
    await rows(page).getByText("“areas under 500 hectares”").waitFor();
    expect(await drawn(page).count()).toBe(3);
  });

  test("the same stretch once more takes the other colour", async ({ visit }) => {
    nextPaper();
    const page = await open(visit, meeting.people.member);
    await tool(page, "Tô màu").click();
    await dragOver(page, "ministry", "months");
    await page.getByRole("button", { name: "Hỏi thêm" }).click();
    await dragOver(page, "ministry", "months");
    await page.getByRole("button", { name: /^Tô màu, Hỏi thêm, “ministry/ }).waitFor();
    expect(await drawn(page).count()).toBe(1);
  });
});

test("a note is pinned, answered, put away and taken up again; nothing typed is lost", async ({
  visit,
}) => {
  nextPaper();
  const page = await open(visit, meeting.people.member);
  await tool(page, "Ghi chú").click();
  const word = await wordsAt(page, "hectares");
  await page.mouse.click((word.left + word.right) / 2, word.middle);
  const dialog = page.getByRole("dialog", { name: "Ghi chú mới" });
  await dialog.getByText("“hectares”").waitFor();
  await dialog.getByRole("textbox").fill("Cao hơn mức 200 ha");
  // A press beside it does not throw away what was typed.
  await page.mouse.click(5, 400);
  expect(await page.getByRole("textbox", { name: "Nội dung" }).inputValue()).toBe(
    "Cao hơn mức 200 ha",
  );
  await page.getByRole("button", { name: "Lưu", exact: true }).click();
  await page.keyboard.press("Escape");
  const pin = page.getByRole("button", { name: /^Ghi chú, .*“hectares”.*1 ý kiến/ });
  await pin.click();
  const thread = rows(page);
  await thread.getByRole("textbox", { name: "Trả lời" }).fill("Giữ mức 200 ha.");
  // Half an answer is still there after another mark was looked at.
  await page.keyboard.press("Escape");
  await pin.click();
  await thread.getByRole("button", { name: "Gửi" }).click();
  await page.getByRole("button", { name: /^Ghi chú, .*“hectares”.*2 ý kiến/ }).waitFor();
  await thread.getByRole("button", { name: "Giải quyết" }).click();
  await page.getByRole("button", { name: /^Ghi chú, .*“hectares”.*đã giải quyết/ }).waitFor();
  await panel(page).getByRole("button", { name: "Chưa giải quyết 0" }).waitFor();
  await thread.getByRole("button", { name: "Mở lại" }).click();
  await panel(page).getByRole("button", { name: "Chưa giải quyết 1" }).waitFor();

  // The layer switched off: nothing of it is drawn or counted.
  await panel(page).getByText("Riêng tư", { exact: true }).first().click();
  await pin.waitFor({ state: "detached" });
  await panel(page).getByRole("button", { name: "Tất cả 0" }).waitFor();
});

/** Where the middle of a stroke stands now; the page moves by the height of the bars above it. */
async function strokeAt(page: Page, index: number): Promise<number> {
  const box = await page.locator("[data-stroke]").nth(index).boundingBox();
  if (box === null) throw new Error(`There is no stroke ${index}.`);
  return box.y + box.height / 2;
}

describe("ink", () => {
  test("a pen draws with its pressure; strokes are joined, rubbed out and brought back", async ({
    visit,
  }) => {
    nextPaper();
    const page = await open(visit, meeting.people.member);
    const pen = await penOn(page);
    await tool(page, "Bút").click();
    const { left, middle } = await wordsAt(page, "Article");
    const y = middle + 140;
    await pen.stroke([left, y], [left + 120, y], 0.1);
    await pen.stroke([left, y + 30], [left + 120, y + 30], 0.9);
    await drawn(page).waitFor();
    expect(await drawn(page).count()).toBe(1);
    const heights = await page
      .locator(".mark-drawing [data-stroke]")
      .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect().height));
    expect(heights).toHaveLength(2);
    expect(heights[1]).toBeGreaterThan((heights[0] ?? 0) * 1.3);

    // Single strokes: the one that was passed over goes, the other stays.
    await tool(page, "Tẩy").click();
    await page.getByRole("button", { name: "Từng nét" }).click();
    await page.waitForTimeout(500);
    const second = await strokeAt(page, 1);
    await pen.stroke([left + 60, second - 10], [left + 60, second + 10], 0.5);
    await expect.poll(() => page.locator("[data-stroke]").count(), { timeout: 8_000 }).toBe(1);
    await page.getByRole("button", { name: "Cả ghi chú" }).click();
    const first = await strokeAt(page, 0);
    await pen.stroke([left + 60, first - 10], [left + 60, first + 10], 0.5);
    await drawn(page).waitFor({ state: "detached" });
    await tool(page, "Hoàn tác").click();
    await drawn(page).waitFor();
    await saved(page);
  });

  test("a finger scrolls and draws nothing, until it is allowed to; then two fingers scroll", async ({
    visit,
  }) => {
    nextPaper();
    const page = await open(visit, meeting.people.member, {
      viewport: tabletPortrait,
      hasTouch: true,
    });
    const fingers = await fingersOn(page);
    await tool(page, "Bút").click();
    // By what is seen: lines of news come and go above, and the paper stays.
    const where = () =>
      desk(page).evaluate((element) => {
        const { y, height } = element.getBoundingClientRect();
        return { scrollTop: element.scrollTop, y, height };
      });
    const top = () => where().then(({ scrollTop, y }) => scrollTop - y);
    const before = await top();
    await fingers.drag([[400, 700]], [0, -200]);
    await expect.poll(top).toBeGreaterThan(before + 100);
    expect(await drawn(page).count()).toBe(0);

    await page.getByRole("button", { name: "Cho ngón tay vẽ" }).click();
    const still = await rested(top, 4);
    const from = await where();
    await fingers.drag([[400, 500]], [120, 60]);
    await drawn(page).waitFor();
    expect(await top(), `${JSON.stringify(from)} → ${JSON.stringify(await where())}`).toBe(still);
    await fingers.drag(
      [
        [300, 700],
        [380, 700],
      ],
      [0, -150],
    );
    await expect.poll(top).toBeGreaterThan(still + 80);
    expect(await page.locator(".mark-drawing [data-stroke]").count()).toBe(1);
  });

  test("while a pen is used, a palm neither scrolls nor draws", async ({ visit }) => {
    nextPaper();
    const page = await open(visit, meeting.people.member, {
      viewport: tabletPortrait,
      hasTouch: true,
    });
    const pen = await penOn(page);
    const fingers = await fingersOn(page);
    await tool(page, "Bút").click();
    const top = () => desk(page).evaluate((element) => element.scrollTop);
    await pen.stroke([200, 500], [320, 520], 0.5);
    await drawn(page).waitFor();
    // soon: who has put the pen away for a while scrolls by finger again
    const before = await rested(top);
    await fingers.drag([[420, 640]], [10, -160]);
    expect(await top()).toBe(before);
    expect(await page.locator(".mark-drawing [data-stroke]").count()).toBe(1);
  });
});

describe("together", () => {
  test("shared marks are seen at once by the other; private ones never leave for them", async ({
    visit,
  }) => {
    nextPaper();
    const own = await open(visit, meeting.people.member);
    const other = await visit(meeting.server.address);
    const heard = listenToWire(other);
    const [name = "", value = ""] = (await meeting.cookieOf(meeting.people.chair)).split("=");
    await other.context().addCookies([{ name, value, url: meeting.server.address }]);
    await openPaper(other, paper());

    await writeNote(own, "hectares", "Điều chỉ riêng mình biết");
    await saved(own);
    await tool(own, "Ghi chú").click();
    await own.getByRole("button", { name: "Ghi vào: Riêng tư" }).click();
    await own.getByRole("menuitem", { name: /^Chung/ }).click();
    await writeNote(own, "council", "Điều mọi người cùng đọc", { isHeld: true });
    await other
      .getByRole("button", { name: /^Ghi chú, .*“council”, Chung, Thành viên 2, 1 ý kiến/ })
      .click();
    await rows(other).getByText("Điều mọi người cùng đọc").waitFor();

    // An answer comes back the same way.
    await rows(other).getByRole("textbox", { name: "Trả lời" }).fill("Đồng ý.");
    await rows(other).getByRole("button", { name: "Gửi" }).click();
    await own.getByRole("button", { name: /^Ghi chú, .*“council”.*2 ý kiến/ }).waitFor();

    // Sharing the private one: first a look at what will be seen and by whom.
    await own.keyboard.press("Escape");
    await own.getByRole("button", { name: /^Ghi chú, .*“hectares”, Riêng tư/ }).click();
    await rows(own).getByRole("button", { name: "Thao tác với ghi chú" }).click();
    await own.getByRole("menuitem", { name: "Đưa vào lớp Chung…" }).click();
    const dialog = own.getByRole("dialog", { name: "Đưa ghi chú vào lớp Chung" });
    await dialog.getByText("Điều chỉ riêng mình biết").waitFor();
    await dialog.getByText("chair", { exact: true }).waitFor();
    expect(await dialog.getByText("stranger").count()).toBe(0);
    expect(heard.hasHeard("Điều mọi người cùng đọc")).toBe(true);
    expect(heard.hasHeard("Điều chỉ riêng mình biết")).toBe(false);
    await dialog.getByRole("button", { name: "Thôi" }).click();
    expect(await other.getByRole("button", { name: /“hectares”/ }).count()).toBe(0);

    await rows(own).getByRole("button", { name: "Thao tác với ghi chú" }).click();
    await own.getByRole("menuitem", { name: "Đưa vào lớp Chung…" }).click();
    await dialog.getByRole("button", { name: "Đưa vào lớp Chung" }).click();
    await other
      .getByRole("button", { name: /^Ghi chú, .*“hectares”, Chung, Thành viên 2/ })
      .waitFor();
    expect(heard.hasHeard("Điều chỉ riêng mình biết")).toBe(true);
  });
});

test("axe finds nothing with marks, a bar and an open thread, wide and upright, light and dark", {
  timeout: 120_000,
}, async ({ visit }) => {
  nextPaper();
  const found: string[] = [];
  for (const [viewport, colorScheme, locale] of [
    [{ width: 1180, height: 820 }, "light", "vi-VN"],
    [tabletPortrait, "dark", "vi-VN"],
  ] as const) {
    const page = await open(visit, meeting.people.member, { viewport, colorScheme, locale });
    await writeNote(page, "hectares", "Một ý kiến");
    await page
      .getByRole("button", { name: /^Ghi chú, .*“hectares”/ })
      .first()
      .click();
    await page.getByRole("textbox", { name: "Trả lời" }).waitFor();
    found.push(...(await findingsOn(page)));
  }
  expect(found).toEqual([]);
});

/** All that the server says to a page, by socket and by request; updates of marks taken out of their wrapping. */
function listenToWire(page: Page): { hasHeard(words: string): boolean } {
  const heard: string[] = [];
  page.on("websocket", (socket) => {
    socket.on("framereceived", ({ payload }) => {
      heard.push(payload.toString());
    });
  });
  page.on("response", async (response) => {
    if (response.url().includes("/papers/") || response.url().includes("/live")) {
      heard.push(await response.text().catch(() => ""));
    }
  });
  return {
    hasHeard: (words) =>
      heard.some(
        (text) =>
          text.includes(words) ||
          [...text.matchAll(/[A-Za-z0-9+/]{24,}={0,2}/g)].some(([wrapped]) =>
            Buffer.from(wrapped, "base64").toString("utf8").includes(words),
          ),
      ),
  };
}

/** Where scrolling has come to rest. A busy page hears of a fling's movements late: once the same is no rest after one. */
async function rested(top: () => Promise<number>, same = 1): Promise<number> {
  for (let [before, times] = [-1, 0]; ; ) {
    const now = await top();
    times = now === before ? times + 1 : 0;
    if (times === same) return now;
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

type Spot = readonly [x: number, y: number];

async function penOn(page: Page) {
  const line = await page.context().newCDPSession(page);
  const send = (type: "mousePressed" | "mouseMoved" | "mouseReleased", at: Spot, force: number) =>
    line.send("Input.dispatchMouseEvent", {
      type,
      x: at[0],
      y: at[1],
      button: "left",
      buttons: type === "mouseReleased" ? 0 : 1,
      clickCount: 1,
      force,
      pointerType: "pen",
    });
  return {
    async stroke(from: Spot, to: Spot, force: number) {
      await send("mousePressed", from, force);
      for (let step = 1; step <= 10; step++) {
        const along = step / 10;
        await send(
          "mouseMoved",
          [from[0] + (to[0] - from[0]) * along, from[1] + (to[1] - from[1]) * along],
          force,
        );
      }
      await send("mouseReleased", to, 0);
    },
  };
}

async function fingersOn(page: Page) {
  const line: CDPSession = await page.context().newCDPSession(page);
  const send = (type: "touchStart" | "touchMove" | "touchEnd", at: readonly Spot[]) =>
    line.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: at.map(([x, y], id) => ({ x, y, id })),
    });
  return {
    async drag(from: readonly Spot[], [x, y]: Spot) {
      await send("touchStart", from);
      for (let step = 1; step <= 12; step++) {
        const along = step / 12;
        await send(
          "touchMove",
          from.map(([fromX, fromY]): Spot => [fromX + x * along, fromY + y * along]),
        );
      }
      await send("touchEnd", []);
    },
  };
}

async function findingsOn(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const found = await page.evaluate("axe.run(document, { resultTypes: ['violations'] })");
  const { violations } = found as {
    violations: { id: string; help: string; nodes: { html: string }[] }[];
  };
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}\n  ${html.slice(0, 300)}`),
  );
}
