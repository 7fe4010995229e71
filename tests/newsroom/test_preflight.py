import errno
import socket
import tempfile
from pathlib import Path
from unittest import mock

from django.test import SimpleTestCase

from newsroom import preflight
from newsroom.preflight import Trouble, alone_in, claim_port, locate, ready_folder


def free_port():
    with socket.socket() as finder:
        finder.bind(("127.0.0.1", 0))
        return finder.getsockname()[1]


class PortTests(SimpleTestCase):
    def test_a_port_where_somebody_listens_is_refused_and_another_one_proposed(self):
        with socket.socket() as other:
            other.bind(("127.0.0.1", 0))
            other.listen()
            port = other.getsockname()[1]
            with self.assertRaisesMessage(Trouble, f"Port {port} is taken"):
                claim_port(port)

    def test_a_claimed_port_is_refused_to_the_next_start(self):
        port = free_port()
        with claim_port(port), self.assertRaisesMessage(Trouble, f"Port {port} is taken"):
            claim_port(port)
        claim_port(port).close()

    def test_a_claim_lets_in_a_server_that_shares_its_port_and_takes_none_of_its_readers(self):
        port = free_port()
        with claim_port(port), socket.socket() as server:
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEPORT, 1)
            server.bind(("127.0.0.1", port))
            server.listen()
            for _ in range(20):
                with socket.create_connection(("127.0.0.1", port), timeout=5):
                    server.accept()[0].close()

    def test_a_port_whose_last_connections_are_still_being_closed_is_free(self):
        closing = OSError(errno.EADDRINUSE, "Address already in use")
        with mock.patch.object(socket.socket, "bind", side_effect=[None, closing]):
            claim_port(8000).close()

    def test_a_port_that_only_root_may_use_says_so(self):
        error = OSError(errno.EACCES, "Permission denied")
        with (
            mock.patch.object(socket.socket, "bind", side_effect=error),
            self.assertRaisesMessage(Trouble, "Port 80 needs more rights than you have."),
        ):
            claim_port(80)


class FolderTests(SimpleTestCase):
    def setUp(self):
        self.place = Path(self.enterContext(tempfile.TemporaryDirectory()))

    def test_it_is_made_for_its_owner_and_group_and_left_empty(self):
        folder = self.place / "deep" / "paper"
        ready_folder(folder)
        self.assertEqual(list(folder.iterdir()), [])
        self.assertEqual(folder.stat().st_mode & 0o007, 0)

    def test_one_that_is_there_stays_as_it_is(self):
        (self.place / "db.sqlite3").write_text("words")
        ready_folder(self.place)
        self.assertEqual((self.place / "db.sqlite3").read_text(), "words")

    def test_a_file_in_the_way_is_named(self):
        (self.place / "paper").touch()
        for folder in (self.place / "paper", self.place / "paper" / "deeper"):
            with self.subTest(folder), self.assertRaisesMessage(Trouble, "a file is in the way"):
                ready_folder(folder)

    def test_a_folder_that_cannot_be_written_says_why(self):
        error = OSError(errno.EROFS, "Read-only file system")
        with (
            mock.patch.object(tempfile, "TemporaryFile", side_effect=error),
            self.assertRaisesMessage(Trouble, "cannot be written (Read-only file system)"),
        ):
            ready_folder(self.place)

    def test_it_is_in_the_project_unless_its_path_is_absolute(self):
        self.assertEqual(locate("var"), preflight.PROJECT / "var")
        self.assertEqual(locate("/srv/paper"), Path("/srv/paper"))

    def test_a_full_disk_is_called_that(self):
        error = OSError(errno.ENOSPC, "No space left on device")
        with (
            mock.patch.object(preflight.os, "fsync", side_effect=error),
            self.assertRaisesMessage(Trouble, "is full"),
        ):
            ready_folder(self.place)

    def test_a_second_start_in_the_folder_waits(self):
        def give_up():
            raise InterruptedError

        first, second = (alone_in(self.place, waiting=waiting) for waiting in (self.fail, give_up))
        with first, self.assertRaises(InterruptedError), second:
            pass
        with alone_in(self.place, waiting=self.fail):
            pass
