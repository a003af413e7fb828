use super::*;

fn read(text: &str) -> Expr {
    read_expression(text, &ReadOptions::default()).unwrap_or_else(|why| panic!("{text}: {why}"))
}

fn relation(text: &str) -> Relation {
    read_relation(text, &ReadOptions::default()).unwrap_or_else(|why| panic!("{text}: {why}"))
}

mod forms;
mod laws;
mod model;
mod reading;
mod relations;
