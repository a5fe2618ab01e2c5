import { count } from "../duration.ts";
import type { Echoes } from "../echoes.ts";
import type { SitemapTarget } from "../inputs/target.ts";
import { isOn, originOf, toAddress } from "../origin.ts";
import type { Sentence } from "../result.ts";
import { hideCredentials } from "../secrets.ts";
import { cut, plainText } from "../text.ts";
import { type NamedAddress, shownOf } from "./page.ts";

/** Where a location of a sitemap leads: to what is asked for, or not. */
export type Resolved =
  | { readonly kind: "here"; readonly named: NamedAddress }
  | { readonly kind: "foreign"; readonly origin: string }
  | { readonly kind: "invalid" };

/** The sitemap that names a location, and how it was read. */
export interface Reading {
  readonly sitemap: SitemapTarget;
  /** The listed origin. */
  readonly listed: string;
  /** The address where the sitemap was found: that is where redirects ended. */
  readonly answeredAt: string;
  /** Finds secrets in what is shown: a server may put what it was sent into its sitemap. */
  readonly echoes: Echoes;
  /** For a relative line: the origin of its first http(s) URI, which stands for the listed one. */
  readonly standIn: string | null;
}

/** Resolves a location. */
export function resolve(location: string, reading: Reading): Resolved {
  const { sitemap, listed, answeredAt, echoes, standIn } = reading;
  const named = toAddress(location, answeredAt);
  if (named === null) return { kind: "invalid" };
  const origin = originOf(named);
  const isReplaced = sitemap.isRelative && origin !== listed && origin === standIn;
  const own = origin === listed || isReplaced;
  if (!own && !isOn(answeredAt, origin)) return { kind: "foreign", origin };
  // Joined as text: to `new URL`, two slashes at the start of a path would be another host.
  const address = isReplaced ? listed + named.slice(origin.length) : named;
  const typed = isReplaced ? address : shownOf(location, named);
  const shown = echoes.isInAddress(address) ? echoes.hide(address) : typed;
  return { kind: "here", named: { address, shown, own } };
}

/** What a sitemap names that is not asked for. */
export class LeftOut {
  /** By origin. */
  readonly #foreign = new Map<string, number>();
  #invalid: string | null = null;

  add(resolved: Exclude<Resolved, { kind: "here" }>, location: string): void {
    if (resolved.kind === "foreign") this.#foreign.set(resolved.origin, (this.#foreign.get(resolved.origin) ?? 0) + 1);
    else this.#invalid ??= location;
  }

  /** What to say of it; null: there is nothing. `total` counts all that is named, each of it a `noun`. */
  describe({ total, noun }: { readonly total: number; readonly noun: string }): Sentence | null {
    const [first] = this.#foreign.keys();
    if (first !== undefined) {
      const number = [...this.#foreign.values()].reduce((sum, one) => sum + one);
      const others = this.#foreign.size - 1;
      return [
        `${number} of its ${count(total, noun)} ${number === 1 ? "is" : "are"} on another origin, and not asked for: `,
        { foreign: first },
        others === 0 ? "" : ` and ${count(others, "more origin")}`,
      ];
    }
    if (this.#invalid === null) return null;
    return ["it names what is no http(s) URI: ", { foreign: hideCredentials(this.#invalid).shown }];
  }
}

// A piece of foreign text that is longer says no more.
const maxForeign = 200;

/** A sentence about a sitemap without what a server must not get into it. */
export function fitToShow(sentence: Sentence, echoes: Echoes): Sentence {
  return sentence.map((part) => {
    if (typeof part === "string") return part;
    return { foreign: echoes.isIn(part.foreign) ? "***" : cut(plainText(part.foreign), maxForeign) };
  });
}
