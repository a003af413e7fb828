//! The staff entry: its own WASM, so that no student downloads it.

fn main() {
    app::pages::staff::start();
}
