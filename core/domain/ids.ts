/** A string that may only come from, or go to, the same kind of thing. */
export type Id<Kind extends string> = string & { readonly __kind: Kind };

export type UnitId = Id<'unit'>;
export type AccountId = Id<'account'>;
export type ItemId = Id<'item'>;
export type ContractId = Id<'contract'>;
export type ImportId = Id<'import'>;
export type NameRuleId = Id<'nameRule'>;
export type ImportSourceId = Id<'importSource'>;
export type TrackId = Id<'track'>;
export type WaveId = Id<'wave'>;
export type TaskId = Id<'task'>;
export type FreezeId = Id<'freeze'>;
export type ScenarioId = Id<'scenario'>;
export type BaselineId = Id<'baseline'>;
export type ViewId = Id<'view'>;

/** Ids of the catalogue are written by hand in `templates/catalogue`, in kebab-case: `microsoft-exchange-server`. */
export type ProductId = Id<'product'>;
export type ProviderId = Id<'provider'>;
export type SourceId = Id<'source'>;
