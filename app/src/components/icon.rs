use leptos::prelude::*;

/// The pictures of the interface, drawn on 24 by 24 with a stroke of 2.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    Alert,
    ArrowBack,
    ArrowDown,
    ArrowNext,
    ArrowUp,
    Backspace,
    Bridge,
    Check,
    CloudDone,
    Device,
    Eye,
    EyeOff,
    Fraction,
    Globe,
    Grip,
    Hint,
    Info,
    Offline,
    Retry,
    SignOut,
    Space,
    Sun,
    Text,
    Wrong,
    Close,
}

impl Shape {
    /// Whether it points the way the page runs.
    fn turns(self) -> bool {
        matches!(self, Self::ArrowBack | Self::ArrowNext | Self::SignOut)
    }

    fn path(self) -> &'static str {
        match self {
            Self::Alert => "M12 4 2.8 20h18.4zM12 10v4.5M12 17.2v.3",
            Self::ArrowBack => "M19 12H5M11 6l-6 6 6 6",
            Self::ArrowDown => "M12 5v14M6 13l6 6 6-6",
            Self::ArrowUp => "M12 19V5M6 11l6-6 6 6",
            Self::Grip => "M9 5.5v.1M15 5.5v.1M9 12v.1M15 12v.1M9 18.4v.1M15 18.4v.1",
            Self::ArrowNext => "M5 12h14M13 6l6 6-6 6",
            Self::Backspace => "M9 6h11v12H9l-6-6zM12 9.5l5 5M17 9.5l-5 5",
            Self::Bridge => {
                "M3 18V9M21 18V9M3 9c5 7 13 7 18 0M3 15h18M8 12.6V15M12 14v1M16 12.6V15"
            }
            Self::Check => "M5 12.5 10 17.5 19.5 7",
            Self::CloudDone => {
                "M7 18a4.5 4.5 0 0 1-.6-9A6 6 0 0 1 18 10a4 4 0 0 1-.5 8zM9 13l2.2 2.2L15 11.5"
            }
            Self::Device => "M4 6h16v10H4zM2.5 19.5h19M9.5 11l2 2 3.5-3.5",
            Self::Eye => {
                "M2.5 12C5 7.5 8.3 5.5 12 5.5s7 2 9.5 6.5c-2.5 4.5-5.8 6.5-9.5 6.5S5 16.5 2.5 12zM12 9.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 1 0 0-5z"
            }
            Self::EyeOff => {
                "M4 4l16 16M9.5 6A10 10 0 0 1 12 5.5c3.7 0 7 2 9.5 6.5a17 17 0 0 1-3 3.9M6 8a15 15 0 0 0-3.5 4c2.5 4.5 5.8 6.5 9.5 6.5a9.5 9.5 0 0 0 3.8-.8"
            }
            Self::Fraction => "M4 12h16M9.5 3.5h5v5h-5zM9.5 15.5h5v5h-5z",
            Self::Globe => {
                "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18"
            }
            Self::Hint => "M9 17.5c0-2-3-3.5-3-7a6 6 0 0 1 12 0c0 3.5-3 5-3 7zM9.5 21h5",
            Self::Info => "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM12 11v5.5M12 7.3v.3",
            Self::Offline => {
                "M4 4l16 16M7 18a4.5 4.5 0 0 1-.6-9M9.8 6A6 6 0 0 1 18 10a4 4 0 0 1 2.8 6.5"
            }
            Self::Retry => "M5 12a7 7 0 1 0 2.2-5.1L5 9M5 4.5V9h4.5",
            Self::SignOut => "M14 4H5v16h9M10 12h10M16.5 8l4 4-4 4",
            Self::Space => "M4 10v5h16v-5",
            Self::Sun => {
                "M12 8a4 4 0 1 0 0 8 4 4 0 1 0 0-8zM12 2.5V5M12 19v2.5M2.5 12H5M19 12h2.5M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7"
            }
            Self::Text => {
                "M2.5 19 8 5l5.5 14M4.3 14.5h7.4M15 12.5c3-2.5 6.5-1 6.5 2V19M21.5 15c-3-.5-6 0-6 2.2s4.5 2.5 6-.7"
            }
            Self::Wrong => "M12 3a9 9 0 1 0 0 18 9 9 0 1 0 0-18zM8.5 12h7",
            Self::Close => "M6 6l12 12M18 6 6 18",
        }
    }
}

/// Decoration: a word always stands beside it or names the button around it.
#[component]
pub fn Icon(shape: Shape) -> AnyView {
    let class = if shape.turns() {
        "icon icon-turns"
    } else {
        "icon"
    };
    view! {
        <svg class=class viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d=shape.path() />
        </svg>
    }
    .into_any()
}
