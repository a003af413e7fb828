//! The design system: thin views over the classes of `styles/components.css`.
//!
//! What there is, and how it is used:
//! - [`Button`]: `<Button kind=ButtonKind::Primary press=move || ..>"Check"</Button>`;
//!   `busy` disables it without losing its width, `submit=true` inside a form.
//! - [`Field`]: label, hint, input and error tied together by `aria-describedby`.
//! - [`Message`]: an icon, a headline and what to do; [`ErrorMessage`] shows an
//!   [`crate::api::ApiError`]. Put them in a region with `role="status"` or `role="alert"` that is
//!   on the page from the start.
//! - [`MathView`], [`RichText`], [`FigureView`]: content of `item_bank` as MathML, text and SVG.
//! - [`MasteryGlyph`], [`MasteryLabel`], [`Vine`]: a skill's growth as symbol, number and word.
//! - [`entry`]: the ways of giving an answer, one for each kind of question.
//! - [`Dialog`]: a native modal dialog.
//! - [`live`], [`when`], [`list`]: parts that change, cheaply.
//! - [`Icon`]: the few pictures of the interface, as SVG paths.
//! - [`ThemeMenu`]: light, dark and contrast.

mod button;
mod dialog;
mod drawing;
pub mod entry;
mod field;
mod figure;
mod icon;
mod live;
mod mastery;
mod math;
mod message;
mod rich;
mod theme;
mod vine;

pub use button::{Button, ButtonKind};
pub use dialog::Dialog;
pub use field::Field;
pub use figure::FigureView;
pub use icon::{Icon, Shape};
pub use live::{handle, list, live, press, when};
pub use mastery::{MasteryGlyph, MasteryLabel};
pub use math::MathView;
pub use message::{ErrorMessage, Message, Tone};
pub use rich::{RichText, is_only_math};
pub use theme::ThemeMenu;
pub use vine::Vine;
