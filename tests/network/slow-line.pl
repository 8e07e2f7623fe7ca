# A slow and lossy line between two network namespaces, for kernels without netem:
# slow-line.pl DEVICE-A DEVICE-B DELAY-MS LOSS-PERCENT
# Makes two TUN devices, says "ready", and passes packets between them until it is killed.
use strict;
use warnings;
use Time::HiRes qw(time);

my ($name_a, $name_b, $delay, $loss) = @ARGV;
my $TUNSETIFF = 0x400454ca;
my $TUN_WITHOUT_HEADER = 0x1001;

sub device {
    my ($name) = @_;
    open(my $tun, '+<', '/dev/net/tun') or die "no TUN: $!";
    my $request = pack('a16 s x22', $name, $TUN_WITHOUT_HEADER);
    ioctl($tun, $TUNSETIFF, $request) or die "no device $name: $!";
    return $tun;
}

my @tuns = (device($name_a), device($name_b));
$| = 1;
print "ready\n";

my @waiting = ();
while (1) {
    my $wanted = '';
    vec($wanted, fileno($_), 1) = 1 for @tuns;
    my $patience = @waiting ? $waiting[0][0] - time() : 1;
    my $found = select(my $readable = $wanted, undef, undef, $patience > 0 ? $patience : 0);
    if ($found > 0) {
        for my $at (0, 1) {
            next unless vec($readable, fileno($tuns[$at]), 1);
            sysread($tuns[$at], my $packet, 65536) or next;
            next if rand(100) < $loss;
            push @waiting, [time() + $delay / 1000, 1 - $at, $packet];
        }
    }
    while (@waiting && $waiting[0][0] <= time()) {
        my (undef, $to, $packet) = @{ shift @waiting };
        syswrite($tuns[$to], $packet);
    }
}
