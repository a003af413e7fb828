//! The student app's entry.

fn main() {
    app::pages::student::mount();
}
