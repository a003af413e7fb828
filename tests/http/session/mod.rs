mod delete;
mod get;
mod staff;
mod student;
