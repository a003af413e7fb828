mod bridge;
mod events;
mod list;
mod mastery;
mod pin;
mod settings;
mod support;
mod trace;
