/** What each person is in a body today, worked out once per state of the body and day. */
import { type BodyState, dayIn, type Standing, standingOf } from "../../domain/bodies";
import type { PersonId } from "../../domain/ids";
import { type Day, instantOf } from "../../domain/text";

export class Standings {
  #body: BodyState;
  #day: Day;
  #known = new Map<PersonId, Standing>();

  constructor(body: BodyState) {
    this.#body = body;
    this.#day = dayIn(body.timeZone, instantOf(new Date()));
  }

  get body(): BodyState {
    return this.#body;
  }

  of(personId: PersonId): Standing {
    const known = this.#known.get(personId);
    if (known !== undefined) return known;
    const standing = standingOf(this.#body, personId, this.#day);
    this.#known.set(personId, standing);
    return standing;
  }

  /** true: the day or the body has changed, and with it perhaps everybody's standing */
  refresh(body: BodyState): boolean {
    const day = dayIn(body.timeZone, instantOf(new Date()));
    if (body === this.#body && day === this.#day) return false;
    this.#body = body;
    this.#day = day;
    this.#known = new Map();
    return true;
  }
}
