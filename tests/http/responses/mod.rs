mod bad_input;
mod post;
