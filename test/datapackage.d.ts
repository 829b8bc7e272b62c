// What the tests use of the validator, which has no types of its own.
declare module 'datapackage' {
  export class Package {
    static load(path: string): Promise<Package>
    readonly valid: boolean
    readonly errors: Error[]
    readonly resources: Resource[]
  }

  export interface Resource {
    readonly name: string
    read(options: { keyed: true; relations?: boolean }): Promise<Record<string, unknown>[]>
  }
}
