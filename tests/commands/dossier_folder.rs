//! A dossier in a temporary folder, and the program run on it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use tempfile::TempDir;

pub struct DossierFolder {
    folder: TempDir,
}

/// What a run of the program printed, and how it ended.
pub struct Run {
    pub code: i32,
    pub stdout: String,
    pub stderr: String,
}

impl DossierFolder {
    /// A dossier with a configuration and no sources.
    pub fn empty() -> Self {
        let dossier = Self { folder: TempDir::new().unwrap() };
        dossier
            .write("dossier.toml", "title = \"Проба\"\nlanguage = \"ru\"\nbase_url = \"https://example.org/repo/\"\n");
        fs::create_dir_all(dossier.path("seeds")).unwrap();
        dossier
    }

    /// A dossier with the five sources of the repository.
    pub fn with_the_five() -> Self {
        let dossier = Self::empty();
        for entry in fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds")).unwrap() {
            let entry = entry.unwrap();
            fs::copy(entry.path(), dossier.path("seeds").join(entry.file_name())).unwrap();
        }
        dossier
    }

    /// A dossier with one short source.
    pub fn with_one() -> Self {
        let dossier = Self::empty();
        dossier.write("seeds/port.txt", PORT);
        dossier
    }

    pub fn path(&self, relative: &str) -> PathBuf {
        self.folder.path().join(relative)
    }

    pub fn write(&self, relative: &str, contents: impl AsRef<[u8]>) {
        let path = self.path(relative);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, contents).unwrap();
    }

    pub fn read(&self, relative: &str) -> String {
        let path = self.path(relative);
        fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
    }

    /// Changes a file, and fails when there is nothing to change.
    pub fn replace(&self, relative: &str, from: &str, to: &str) {
        let text = self.read(relative);
        assert!(text.contains(from), "{relative} has no {from:?}:\n{text}");
        self.write(relative, text.replacen(from, to, 1));
    }

    /// Runs the program in the dossier's folder.
    pub fn run(&self, arguments: &[&str]) -> Run {
        let program = env!("CARGO_BIN_EXE_dossier");
        let Output { status, stdout, stderr } =
            Command::new(program).args(arguments).current_dir(self.folder.path()).output().unwrap();
        Run {
            code: status.code().expect("the program ends by itself"),
            stdout: String::from_utf8(stdout).unwrap(),
            stderr: String::from_utf8(stderr).unwrap(),
        }
    }

    /// Builds, and fails when the exit code is another.
    pub fn build(&self, code: i32) -> Run {
        let run = self.run(&["build"]);
        assert_eq!(run.code, code, "stdout: {}\nstderr: {}", run.stdout, run.stderr);
        assert!(!run.stderr.contains("panicked"), "{}", run.stderr);
        run
    }

    /// The drafted pages of the sources, by path, in order.
    pub fn pages(&self) -> Vec<String> {
        let mut pages: Vec<String> = fs::read_dir(self.path("content/sources"))
            .map(|entries| entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect())
            .unwrap_or_default();
        pages.sort();
        pages.iter().map(|name| format!("content/sources/{name}")).collect()
    }

    /// Every file below a folder, with its bytes.
    pub fn tree(&self, relative: &str) -> Vec<(String, Vec<u8>)> {
        let top = self.path(relative);
        let files = walkdir::WalkDir::new(&top).sort_by_file_name().into_iter().map(Result::unwrap);
        files
            .filter(|entry| entry.file_type().is_file())
            .map(|entry| {
                let path = entry.path().strip_prefix(&top).unwrap().to_string_lossy().into_owned();
                (path, fs::read(entry.path()).unwrap())
            })
            .collect()
    }
}

pub const PORT: &str = "\
Порт Мурманска увеличил перевалку угля

12 марта 2023, 09:30

Порт Мурманска в феврале увеличил перевалку угля на 12%, сообщил директор порта Игорь Лаптев. По его словам, \
грузы идут в Индию и Турцию.

Министерство транспорта России выделит порту 3 млрд рублей на новые причалы. Строительство начнётся в июне.

Эколог Анна Громова считает, что пыль угрожает жителям Мурманска.
";
