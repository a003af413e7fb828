use super::*;
use crate::matrix::{Options, run};

fn small() -> Matrix {
    let options = Options {
        runs: 576,
        training_students: 20,
        ..Options::default()
    };
    run(&options, &|_| {}).unwrap()
}

#[test]
fn drawings_say_what_they_are_and_are_well_formed() {
    let matrix = small();
    for svg in [scatter(&matrix), dumbbell(&matrix)] {
        assert!(svg.starts_with("<svg ") && svg.trim_end().ends_with("</svg>"));
        assert!(
            svg.contains("role=\"img\"") && svg.contains("<title id=") && svg.contains("<desc id=")
        );
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
        for name in ["text", "circle", "title", "desc", "style"] {
            let opened = svg.matches(&format!("<{name}>")).count()
                + svg.matches(&format!("<{name} ")).count();
            assert_eq!(opened, svg.matches(&format!("</{name}>")).count(), "{name}");
        }
        for policy in &matrix.policies {
            assert!(svg.contains(&escape(&policy.name())), "{}", policy.name());
        }
    }
}

#[test]
fn axes_cover_the_data_in_few_round_steps() {
    assert_eq!(axis(13.2, &[2.0, 4.0, 5.0, 10.0]), (16.0, 4.0));
    assert_eq!(axis(0.01, &[0.02, 0.05]), (0.02, 0.02));
}
