//! The server's side of practice: the plan a device holds, answers checked again, estimates shown.

pub mod cells;
pub mod clock_offset;
pub mod grade;
pub mod plan;
pub mod receive;
pub mod settings;
pub mod trace;
