"""The deb and the archive that cpack makes: unpacked, and the deb installed into a root of its own."""
import os
import re
import subprocess
import unittest

from packages import BUILD, SOURCE, OPEN, Folder, run, skip_without


class Archives(Folder):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        run("cpack", "-B", cls.folder / "packages", cwd=BUILD)
        (cls.deb,) = (cls.folder / "packages").glob("*.deb")
        (cls.archive,) = (cls.folder / "packages").glob("*.tar.gz")
        cls.version = re.search(r"project\(demarc VERSION ([0-9.]+)", (SOURCE / "CMakeLists.txt").read_text()).group(1)

    def check_tree(self, prefix):
        self.assertEqual(run(prefix / "bin/demarc", "--version"), f"demarc {self.version}\n")
        template = self.write("storage.yaml", OPEN)
        self.assertIn("s3-public-acl: Logs grants PublicRead to everyone", run(prefix / "bin/demarc", "check", template, status=1))
        return sorted(str(path.relative_to(prefix)) for path in prefix.rglob("*") if path.is_file())

    def test_the_archive_runs_where_it_is_unpacked(self):
        system = os.uname()
        self.assertEqual(self.archive.name, f"demarc-{self.version}-{system.sysname}-{system.machine}.tar.gz")
        run("tar", "-xzf", self.archive, "-C", self.folder)
        self.assertEqual(self.check_tree(self.folder / self.archive.name.removesuffix(".tar.gz")), [
            "bin/demarc",
            "share/bash-completion/completions/demarc",
            "share/doc/demarc/CHANGELOG.md",
            "share/doc/demarc/LICENSE",
            "share/doc/demarc/README.md",
            "share/fish/vendor_completions.d/demarc.fish",
            "share/man/man1/demarc.1",
            "share/zsh/site-functions/_demarc",
        ])

    @skip_without("readelf")
    def test_the_binary_needs_the_C_library_only(self):
        run("dpkg-deb", "-x", self.deb, self.folder / "needs")
        needed = set(re.findall(r"\(NEEDED\).*\[(.+)\]", run("readelf", "-d", self.folder / "needs/usr/bin/demarc")))
        self.assertLessEqual(needed, {"libc.so.6", "libm.so.6", "ld-linux-x86-64.so.2", "ld-linux-aarch64.so.1"})

    @skip_without("dpkg-deb")
    def test_the_deb_is_installed_in_a_root_of_its_own(self):
        fields = dict(line.split(": ", 1) for line in run("dpkg-deb", "-f", self.deb).splitlines() if re.match(r"\S+: ", line))
        architecture = run("dpkg", "--print-architecture").strip()
        self.assertEqual((fields["Package"], fields["Version"], fields["Architecture"]), ("demarc", self.version, architecture))
        self.assertEqual(self.deb.name, f"demarc_{self.version}_{architecture}.deb")
        self.assertRegex(fields["Depends"], r"^libc6 \(>= [0-9.]+\)$")
        if os.geteuid() != 0:
            self.skipTest("only root installs a deb")
        root = self.folder / "root"
        (root / "var/lib/dpkg/updates").mkdir(parents=True)
        (root / "var/lib/dpkg/info").mkdir()
        (root / "var/lib/dpkg/status").touch()
        run("dpkg", f"--root={root}", "--force-depends", "-i", self.deb)
        self.assertIn("install ok installed", run("dpkg-query", f"--admindir={root}/var/lib/dpkg", "-W", "-f=${Status}", "demarc"))
        self.assertEqual(self.check_tree(root / "usr"), [
            "bin/demarc",
            "share/bash-completion/completions/demarc",
            "share/doc/demarc/README.md",
            "share/doc/demarc/changelog.gz",
            "share/doc/demarc/copyright",
            "share/fish/vendor_completions.d/demarc.fish",
            "share/man/man1/demarc.1.gz",
            "share/zsh/vendor-completions/_demarc",
        ])
        if subprocess.run(["man", "--version"], capture_output=True).returncode == 0:
            self.assertIn("shared responsibility model", run("man", "-P", "cat", "-l", root / "usr/share/man/man1/demarc.1.gz", env={"MANWIDTH": "300"}))

    @skip_without("lintian")
    def test_lintian_finds_no_error(self):
        run("lintian", "--allow-root", "--fail-on", "error", self.deb)


if __name__ == "__main__":
    unittest.main()
