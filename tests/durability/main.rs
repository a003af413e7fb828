//! What an acknowledgement is worth: the real binary, killed, stopped and given bad files.

mod kill;
mod process;
mod start;
mod stop;
mod writing;
