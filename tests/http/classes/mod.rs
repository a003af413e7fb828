mod events;
mod list;
mod mastery;
mod trace;
