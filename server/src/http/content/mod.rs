//! Content: the packs that devices fetch, and what teachers write, review and publish.

pub mod attribution;
pub mod create;
pub mod detail;
pub mod draft;
pub mod earlier;
pub mod list;
pub mod pack;
pub mod passages;
pub mod preview;
pub mod review;
pub mod skills;
mod work;
