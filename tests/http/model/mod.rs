//! A new version of the parameters, from the file to the student's plan and the teacher's trace.

mod adopt;
mod demo;
mod migrated;
