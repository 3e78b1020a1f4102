const shiftMs = Number(process.env['CHAOS_CLOCK_SHIFT_MS'] ?? 0);
const RightDate = Date;

/** What a computer whose clock is wrong sees. Timers go on as they are: they count time, not the clock. */
class WrongDate extends RightDate {
  constructor(...given: [] | ConstructorParameters<typeof Date>) {
    super(...((given.length === 0 ? [RightDate.now() + shiftMs] : given) as [number]));
  }

  static override now(): number {
    return RightDate.now() + shiftMs;
  }
}

if (shiftMs !== 0) globalThis.Date = WrongDate as DateConstructor;
