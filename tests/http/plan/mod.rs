mod get;
mod preferences;
