mod packs;
mod reviews;
mod texts;
mod uses;
