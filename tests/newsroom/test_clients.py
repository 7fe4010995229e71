from django.test import RequestFactory, SimpleTestCase, override_settings

from newsroom.clients import client_address, network_key


class ClientTests(SimpleTestCase):
    def request(self, address, *hops):
        extra = {"HTTP_X_FORWARDED_FOR": ", ".join(hops)} if hops else {}
        return RequestFactory().get("/", REMOTE_ADDR=address, **extra)

    @override_settings(PROXY_COUNT=0)
    def test_without_a_proxy_nothing_a_client_writes_is_believed(self):
        self.assertEqual(client_address(self.request("203.0.113.9", "1.1.1.1", "2.2.2.2")), "203.0.113.9")

    @override_settings(PROXY_COUNT=1)
    def test_behind_one_proxy_the_last_hop_is_the_client(self):
        self.assertEqual(client_address(self.request("10.0.0.1", "6.6.6.6", "203.0.113.9")), "203.0.113.9")
        self.assertEqual(client_address(self.request("203.0.113.9")), "203.0.113.9")

    @override_settings(PROXY_COUNT=2)
    def test_behind_two_the_one_before(self):
        request = self.request("10.0.0.1", "6.6.6.6", "203.0.113.9", "10.0.0.2")
        self.assertEqual(client_address(request), "203.0.113.9")

    @override_settings(PROXY_COUNT=1)
    def test_what_is_no_address_is_none(self):
        for hop in ("unknown", "203.0.113.9:4711", "<script>", "1" * 5000, "\x00"):
            request = self.request("10.0.0.1", hop)
            self.assertEqual((client_address(request), network_key(request)), ("", ""))
        self.assertEqual(network_key(self.request("")), "")

    def test_one_network_has_one_key(self):
        same = [("203.0.113.9", "203.0.113.200"), ("2001:db8:1:2::1", "2001:db8:1:2:ffff::9")]
        other = [("203.0.113.9", "203.0.114.9"), ("2001:db8:1:2::1", "2001:db8:1:3::1")]
        for one, two in same:
            self.assertEqual(network_key(self.request(one)), network_key(self.request(two)))
        for one, two in other:
            self.assertNotEqual(network_key(self.request(one)), network_key(self.request(two)))

    def test_an_address_of_the_old_kind_in_the_clothes_of_the_new_is_the_old(self):
        """A socket that listens on both gives ``::ffff:203.0.113.9``."""
        mapped = network_key(self.request("::ffff:203.0.113.9"))
        self.assertEqual(mapped, network_key(self.request("203.0.113.9")))
        self.assertNotEqual(mapped, network_key(self.request("::ffff:198.51.100.9")))

    def test_a_link_local_address_with_its_interface_is_no_error(self):
        self.assertTrue(network_key(self.request("fe80::1%eth0")))

    def test_the_key_does_not_tell_the_address(self):
        key = network_key(self.request("203.0.113.9"))
        self.assertRegex(key, r"^[0-9a-f]{64}$")
        with override_settings(SECRET_KEY="another" * 10):
            self.assertNotEqual(network_key(self.request("203.0.113.9")), key)
