//! Putting a site in place: all of it, or none.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use dossier::site::{Site, publish};

fn site(files: &[(&str, &str)]) -> Site {
    let files = files.iter().map(|(path, text)| ((*path).to_owned(), text.as_bytes().to_vec())).collect();
    Site { files, redirects: 0 }
}

/// Every file below `folder` but the manifest, with its text.
fn tree(folder: &Path) -> BTreeMap<String, String> {
    walkdir::WalkDir::new(folder)
        .into_iter()
        .map(Result::unwrap)
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| {
            let path = entry.path().strip_prefix(folder).unwrap().to_str().unwrap().to_owned();
            (path, fs::read_to_string(entry.path()).unwrap())
        })
        .filter(|(path, _)| path != ".dossier-manifest")
        .collect()
}

fn expect(folder: &Path, files: &[(&str, &str)]) {
    let expected: BTreeMap<String, String> =
        files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    assert_eq!(tree(folder), expected);
}

/// What lies beside `public`: nothing of a finished run.
fn beside(root: &Path) -> Vec<String> {
    let mut names: Vec<String> =
        fs::read_dir(root).unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn the_site_replaces_the_one_before() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("deep/public");
    let first = [("index.html", "1"), ("a/b/c.html", "same"), ("gone/x.html", "x")];
    let report = publish(&site(&first), &out).unwrap();
    assert_eq!((report.written, report.unchanged, report.removed), (4, 0, 0));
    expect(&out, &first);

    let second = [("index.html", "2"), ("a/b/c.html", "same"), ("new/y.html", "y")];
    let report = publish(&site(&second), &out).unwrap();
    assert_eq!((report.written, report.unchanged, report.removed), (3, 1, 1));
    expect(&out, &second);
    assert!(!out.join("gone").exists());
    assert_eq!(beside(&root.path().join("deep")), ["public"]);

    let report = publish(&site(&second), &out).unwrap();
    assert_eq!((report.written, report.unchanged, report.removed), (0, 4, 0));
}

#[test]
fn files_that_the_program_did_not_make_are_kept() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("public");
    fs::create_dir(&out).unwrap();
    fs::write(out.join("CNAME"), "press.example").unwrap();
    let report = publish(&site(&[("index.html", "1")]), &out).unwrap();
    assert_eq!(report.kept, ["CNAME"]);
    fs::create_dir(out.join("own")).unwrap();
    fs::write(out.join("own/photo.txt"), "mine").unwrap();
    for text in ["2", "3", "3"] {
        let report = publish(&site(&[("index.html", text)]), &out).unwrap();
        assert_eq!(report.kept, ["CNAME", "own/photo.txt"]);
        expect(&out, &[("CNAME", "press.example"), ("index.html", text), ("own/photo.txt", "mine")]);
    }
    // A page that takes the place of a person's file says so.
    let report = publish(&site(&[("index.html", "3"), ("CNAME", "other")]), &out).unwrap();
    assert_eq!(report.replaced, ["CNAME"]);
}

#[cfg(unix)]
#[test]
fn files_that_did_not_change_are_not_written_again() {
    use std::os::unix::fs::MetadataExt;
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("public");
    publish(&site(&[("index.html", "1"), ("same.html", "same")]), &out).unwrap();
    let node = fs::metadata(out.join("same.html")).unwrap().ino();
    publish(&site(&[("index.html", "2"), ("same.html", "same")]), &out).unwrap();
    assert_eq!(fs::metadata(out.join("same.html")).unwrap().ino(), node);
}

#[cfg(unix)]
#[test]
fn a_read_only_folder_keeps_its_site() {
    use std::os::unix::fs::PermissionsExt;
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("public");
    publish(&site(&[("index.html", "old")]), &out).unwrap();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o555)).unwrap();
    let wrong = publish(&site(&[("index.html", "new")]), &out).unwrap_err().to_string();
    fs::set_permissions(&out, fs::Permissions::from_mode(0o755)).unwrap();
    assert!(wrong.contains("read-only") && wrong.contains("hint"), "{wrong}");
    expect(&out, &[("index.html", "old")]);
    assert_eq!(beside(root.path()), ["public"]);
}

#[test]
fn what_a_crash_left_is_cleared_away() {
    let root = tempfile::tempdir().unwrap();
    let out = root.path().join("public");
    publish(&site(&[("index.html", "old")]), &out).unwrap();
    // Killed while the new tree was being built.
    fs::create_dir_all(root.path().join(".public.dossier-new/half")).unwrap();
    publish(&site(&[("index.html", "new")]), &out).unwrap();
    expect(&out, &[("index.html", "new")]);
    assert_eq!(beside(root.path()), ["public"]);
    // Killed between the two renames, where the system cannot exchange folders at once.
    fs::rename(&out, root.path().join(".public.dossier-old")).unwrap();
    let report = publish(&site(&[("index.html", "new")]), &out).unwrap();
    assert_eq!(report.unchanged, 2, "the old site was taken back");
    assert_eq!(beside(root.path()), ["public"]);
}

#[test]
fn other_folders_and_files_are_not_taken_for_a_site() {
    let root = tempfile::tempdir().unwrap();
    fs::create_dir(root.path().join("seeds")).unwrap();
    fs::write(root.path().join("dossier.toml"), "").unwrap();
    fs::write(root.path().join("file"), "text").unwrap();
    for (out, expected) in [("", "something else"), ("file", "a file"), ("file/public", "cannot be put")] {
        let wrong = publish(&site(&[("index.html", "1")]), &root.path().join(out)).unwrap_err().to_string();
        assert!(wrong.contains(expected), "{out}: {wrong}");
    }
    assert!(publish(&site(&[]), Path::new("/")).is_err());
    assert_eq!(beside(root.path()), ["dossier.toml", "file", "seeds"]);
}

#[cfg(unix)]
#[test]
fn a_linked_folder_stays_a_link() {
    let root = tempfile::tempdir().unwrap();
    let real = root.path().join("elsewhere");
    fs::create_dir(&real).unwrap();
    let out = root.path().join("public");
    std::os::unix::fs::symlink(&real, &out).unwrap();
    publish(&site(&[("index.html", "1")]), &out).unwrap();
    assert!(out.symlink_metadata().unwrap().is_symlink());
    expect(&real, &[("index.html", "1")]);
}
