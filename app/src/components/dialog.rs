use leptos::html;
use leptos::prelude::*;

use super::when;

/// A native modal dialog: the browser keeps the focus inside and Escape asks to close.
#[component]
pub fn Dialog(
    /// Ids of its heading, `<id>-title`, and of itself.
    id: &'static str,
    #[prop(into)] title: Signal<String>,
    #[prop(into)] open: Signal<bool>,
    /// Escape was pressed. Without it the dialog cannot be dismissed.
    #[prop(optional, into)]
    on_dismiss: Option<Callback<()>>,
    children: ChildrenFn,
) -> impl IntoView {
    let element = NodeRef::<html::Dialog>::new();
    Effect::new(move || {
        let Some(dialog) = element.get() else { return };
        if !open.get() {
            dialog.close();
        } else if !dialog.open() {
            // It fails only for a dialog off the page or open already, and this is neither.
            let _ = dialog.show_modal();
        }
    });
    view! {
        <dialog
            class="dialog"
            id=id
            aria-labelledby=format!("{id}-title")
            node_ref=element
            on:cancel=move |event: web_sys::Event| {
                event.prevent_default();
                if let Some(dismiss) = on_dismiss {
                    dismiss.run(());
                }
            }
        >
            <h2 class="dialog-title" id=format!("{id}-title")>{move || title.get()}</h2>
            {when(move || open.get(), move || children())}
        </dialog>
    }
}
