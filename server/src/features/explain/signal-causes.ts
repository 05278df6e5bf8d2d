/** What most often sends a signal to a service, and where to look then. */
export const signalCauses: Readonly<Record<string, string>> = {
  SIGKILL:
    'Often memory ran out (`journalctl -k --grep=oom` shows it), or the program did not end within `TimeoutStopSec=`.',
  SIGSEGV: 'The program touched memory that is not its own, which is a fault in it. `coredumpctl info` shows where.',
  SIGABRT: 'The program gave itself up, or `WatchdogSec=` ran out. Its last lines in the journal tell why.',
  SIGTERM: 'Somebody asked it to end: `systemctl stop`, a shutdown, or another program.',
  SIGINT: 'It was interrupted, as by Ctrl+C.',
  SIGHUP: 'Its terminal was closed, or it was asked to reload its configuration and does not support that.',
  SIGPIPE: 'It wrote to something that nobody reads any more. Programs that should live on set `IgnoreSIGPIPE=`.',
  SIGBUS: 'It touched memory that could not be had, as of a file that was cut short.',
  SIGILL: 'It holds an instruction that this processor does not have; often it was built for another one.',
  SIGFPE: 'It divided by zero, or the like.',
  SIGSYS: 'It made a system call that `SystemCallFilter=` does not allow. `journalctl -k --grep=syscall` names it.',
  SIGXCPU: 'It used up its CPU time, `LimitCPU=` or `LimitRTTIME=`.',
  SIGXFSZ: 'It wrote a file larger than `LimitFSIZE=` allows.',
};
