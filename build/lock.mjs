import { closeSync, linkSync, mkdirSync, openSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

const heartbeatMilliseconds = 5_000;
const silentMilliseconds = 60_000;

/**
 * Does the work while no other process does it, in this tree. A lock whose owner has died, or has not been heard of
 * for a minute, is taken over.
 */
export async function withLock(file, work, { onWait = () => undefined } = {}) {
  mkdirSync(dirname(file), { recursive: true });
  let hasToldOfWait = false;
  while (!tryTake(file)) {
    if (isAbandoned(file)) {
      setAside(file);
      continue;
    }
    if (!hasToldOfWait) onWait();
    hasToldOfWait = true;
    await pause(200);
  }
  const heartbeat = setInterval(() => touch(file), heartbeatMilliseconds);
  try {
    return await work();
  } finally {
    clearInterval(heartbeat);
    rmSync(file, { force: true });
  }
}

function tryTake(file) {
  try {
    const handle = openSync(file, 'wx');
    writeSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function isAbandoned(file) {
  try {
    if (Date.now() - statSync(file).mtimeMs > silentMilliseconds) return true;
    const owner = Number(readFileSync(file, 'utf8'));
    return owner > 0 && !isAlive(owner);
  } catch (error) {
    // Gone in the meantime: its owner has finished.
    if (error.code === 'ENOENT') return false;
    throw error;
  }
}

function isAlive(processId) {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/**
 * Renamed first, then looked at again: of two that find the same abandoned lock, the slower one may have caught the
 * new lock of the faster, and gives it back.
 */
function setAside(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
    if (!isAbandoned(aside)) linkSync(aside, file);
  } catch (error) {
    if (error.code !== 'ENOENT' && error.code !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

function touch(file) {
  try {
    utimesSync(file, new Date(), new Date());
  } catch {
    // Set aside by somebody who thought us dead; the work goes on, and its result is checked.
  }
}
