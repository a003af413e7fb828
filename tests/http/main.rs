//! The API over real HTTP: a server on a free loopback port, a temporary SQLite file, and a clock
//! that stands still until a test moves it. The tree mirrors the API's.

#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot go on stops where it stands"
)]

mod support;

mod assignments;
mod authorization;
mod bridge;
mod classes;
mod content;
mod drafting;
mod faults;
mod health;
mod languages;
mod model;
mod openapi;
mod page;
mod pathways;
mod plan;
mod readings;
mod responses;
mod security;
mod session;
