import type { Output } from '../../contract/contract.ts';
import { type AppContext, openStore } from '../context.ts';

export function listContracts(context: AppContext): Output<'inventory.listContracts'> {
  return openStore(context).read((reader) => {
    const items = new Map(reader.allItems().map((item) => [item.id, item]));
    const tracks = new Map(reader.timeline().tracks.map((track) => [track.id, track.key]));
    return reader.contracts().map((contract) => {
      const item = items.get(contract.itemId);
      return { ...contract, itemName: item?.name ?? '', track: item?.trackId ? (tracks.get(item.trackId) ?? null) : null };
    });
  });
}
