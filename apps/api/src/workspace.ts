/** The workspace this process serves. */
export class Workspace {
  constructor(readonly name: string) {}
}
