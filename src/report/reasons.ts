import { expiry } from "../certificate.ts";
import { count } from "../duration.ts";
import { nameStatus } from "../inputs/status.ts";
import {
  type Certificate,
  type Checked,
  difference,
  type Sentence,
  type WrongTarget,
  type WrongText,
} from "../result.ts";
import { cut, shortAddress } from "../text.ts";

/** How much of a text that was looked for is shown. */
export const maxShownText = 200;

/** A result, its number in the list (from 1), and the certificate to warn of. */
export interface Row {
  readonly number: number;
  readonly checked: Checked;
  readonly expiring: Certificate | null;
}

/** Why a URI needs attention, or what else there is to say of it; empty where there is nothing. */
export function remarksOn({ checked, expiring }: Row): Sentence {
  const remarks = [problem(checked), ...hints(checked)];
  if (expiring !== null) remarks.push([`certificate ${expiry(expiring)}`]);
  return remarks
    .filter((remark) => remark.length > 0)
    .flatMap((remark, index) => (index === 0 ? remark : ["; ", ...remark]));
}

/** What is to be said of a URI that is up. */
function hints(checked: Checked): Sentence[] {
  const { result, strayedTo, named } = checked;
  if (result.state !== "OK") return [];
  const said: Sentence[] = [];
  if (named !== null) said.push([sitemapWords(named)]);
  if (strayedTo !== null) said.push(["ended on ", { foreign: strayedTo }, ": a login page?"]);
  if (result.attempts > 1) said.push([`up at attempt ${result.attempts}`]);
  const led = strayedTo === null ? whereItLed(checked) : [];
  return [...said, led];
}

export function sitemapWords({ count: number, noun }: NonNullable<Checked["named"]>): string {
  return `${noun === "page" ? "sitemap" : "sitemap index"}, ${count(number, noun)}`;
}

/** Why a URI is down. */
function problem(checked: Checked): Sentence {
  const { target, result, judgement } = checked;
  const status = result.status === null ? "" : nameStatus(result.status);
  switch (judgement.kind) {
    case "as expected":
      return [];
    case "mistake":
      return [target.kind === "mistake" ? target.problem : judgement.problem, ...placeOf(checked)];
    case "cancelled":
      return ["not checked (cancelled)"];
    case "wrong status":
      return [`${status}, expected ${judgement.expected}`, ...after(whereItLed(checked)), ...attemptsOf(checked)];
    case "wrong text":
      return [
        `${status}, but the text `,
        ...wrongText(judgement),
        ...after(whereItLed(checked)),
        ...attemptsOf(checked),
      ];
    case "wrong target":
      return [...wrongTarget(judgement, result.status ?? 0), ...attemptsOf(checked)];
    case "no answer":
      return [...judgement.cause, ...after(whereItLed(checked)), ...attemptsOf(checked)];
  }
}

function wrongText({ text, unwanted, obstacle }: WrongText): Sentence {
  const shown = { foreign: cut(text, maxShownText) };
  if (obstacle === null) return [shown, unwanted ? " is there" : " is missing"];
  return [shown, unwanted ? ` may be there (${obstacle})` : ` was not found (${obstacle})`];
}

function wrongTarget({ leadsTo, expected, differsIn }: WrongTarget, status: number): Sentence {
  const wanted = [", expected ", { foreign: expected }, differsIn === null ? "" : ` (${difference(differsIn)})`];
  if (leadsTo === null) return [`${nameStatus(status)}, leads nowhere`, ...wanted];
  const address = { foreign: shortAddress(leadsTo) };
  const isRedirect = status >= 300 && status < 400;
  return [isRedirect ? `${status} to ` : `${nameStatus(status)}, ended on `, address, ...wanted];
}

/** Where redirects led, or would have led. */
function whereItLed({ result, unfollowed }: Checked): Sentence {
  const last = result.redirects.at(-1);
  const followed = last === undefined ? [] : ["redirected to ", { foreign: shortAddress(last) }];
  if (unfollowed === null) return followed;
  return [
    ...followed,
    followed.length > 0 ? ", redirects to " : "redirects to ",
    { foreign: shortAddress(unfollowed) },
  ];
}

function after(sentence: Sentence): Sentence {
  return sentence.length === 0 ? [] : [", ", ...sentence];
}

function attemptsOf({ result }: Checked): Sentence {
  return result.attempts > 1 ? [`, after ${result.attempts} attempts`] : [];
}

function placeOf({ target }: Checked): Sentence {
  const { file, line } = target.place;
  return file === null ? [` (line ${line})`] : [` (line ${line} of `, { foreign: file }, ")"];
}
