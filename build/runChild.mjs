import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/**
 * Runs a program as if it stood in this process's place: its input and output are ours, its end is ours. Answers the
 * exit code, 128 + the signal's number where a signal ended it.
 */
export function runInPlace(command, args, options = {}) {
  return runChild(command, args, { stdio: 'inherit', ...options }).then(({ exitCode }) => exitCode);
}

/** Runs a program and keeps what it prints; `signal` names the signal that reached us meanwhile, whatever the program made of it. */
export function runAndKeep(command, args, options = {}) {
  return runChild(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
}

function runChild(command, args, options) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, options);
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    let received = null;
    const forwarders = forwardSignals(child, (signal) => {
      received = signal;
    });
    const leave = () => {
      for (const [signal, forward] of forwarders) process.off(signal, forward);
    };
    child.on('error', (error) => {
      leave();
      reject(error);
    });
    child.on('close', (code, signal) => {
      leave();
      resolve({ exitCode: code ?? 128 + (constants.signals[signal] ?? 0), output, signal: received });
    });
  });
}

/** While a child runs, a signal is for it: this process lives on to report how the child ended. */
function forwardSignals(child, onSignal) {
  const forwarders = ['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => [
    signal,
    () => {
      onSignal(signal);
      // At a terminal, Ctrl+C has reached the child already; a second one would look like impatience.
      if (signal === 'SIGINT' && process.stdin.isTTY) return;
      child.kill(signal);
    },
  ]);
  for (const [signal, forward] of forwarders) process.on(signal, forward);
  return forwarders;
}
