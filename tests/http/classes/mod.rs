mod events;
mod list;
mod mastery;
mod pin;
mod settings;
mod trace;
