mod climbs;
mod data;
mod degenerate;
mod exact;
mod filtering;
mod fits;
