/** Office files over the wire: what the uploader hears while a file is being converted. */
import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { VersionId } from "../../domain/ids";
import { type HeldOffice, holdOffice } from "../support/held-office";
import { docx } from "../support/office-files";
import { headersOf, openPaperMeeting, type PaperMeeting } from "../support/paper-meeting";

let office: HeldOffice;
let meeting: PaperMeeting;
beforeAll(async () => {
  office = await holdOffice();
  meeting = await openPaperMeeting({ SOFFICE: office.program });
}, 120_000);
afterAll(async () => {
  await meeting.stop();
  await office.remove();
});

const headers = async () => ({
  ...(await headersOf(meeting, meeting.people.secretary)),
  "X-Meeting": meeting.meetingId,
  "X-File-Name": encodeURIComponent("Tờ trình.docx"),
});

test("a kind that is not taken is refused before its bytes are", async () => {
  const answer = await meeting.upload(Buffer.alloc(100_000), { fileName: "Dự thảo.docm" });
  expect(answer).toMatchObject({
    status: 422,
    body: { ok: false, refusal: { code: "document.kind_not_taken" } },
  });
});

test("an answer comes soon and says how far the file is, and the file on a slow line is not cut", async () => {
  const versionId = VersionId.parse(randomUUID());
  const put = request(`${meeting.server.address}/uploads/${versionId}`, {
    method: "PUT",
    agent: false,
    headers: { ...(await headers()), "Transfer-Encoding": "chunked" },
  });
  const answered = new Promise<{ status: number; body: unknown }>((resolve, reject) => {
    put.on("error", reject);
    put.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("end", () =>
        resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) }),
      );
    });
  });
  const bytes = docx(["Tờ trình"]);
  // Longer than the server's patience with what it does after the last byte: the line itself is what is slow here.
  for (let at = 0; at < bytes.length; at += 200) {
    put.write(bytes.subarray(at, at + 200));
    await pause(150);
  }
  put.end();
  const { status, body } = await answered;
  expect(status).toBe(202);
  expect(body).toMatchObject({ ok: true, state: "checking" });

  const ask = async () => {
    const response = await fetch(`${meeting.server.address}/uploads/${versionId}`, {
      headers: await headers(),
    });
    return response.json();
  };
  await expect
    .poll(ask, { timeout: 15_000 })
    .toEqual({ ok: true, state: "checking", progress: { step: "opening" } });
  await office.release();
  await expect
    .poll(ask, { timeout: 15_000 })
    .toMatchObject({ ok: true, version: { pages: 1, fileName: "Tờ trình.docx" } });
});
