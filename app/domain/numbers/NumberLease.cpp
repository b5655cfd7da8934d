#include "app/domain/numbers/NumberLease.h"

namespace motcua::domain {

QByteArray signedText(const NumberLease& lease) {
    QByteArray text("motcua-lease-v1\n");
    for (const QByteArray& line : {lease.id.toString().toLatin1(), lease.volume.toString().toLatin1(), lease.holder.toString().toLatin1(),
             QByteArray::number(lease.first), QByteArray::number(lease.last), QByteArray::number(static_cast<int>(lease.use)),
             QByteArray::number(lease.given.toMSecsSinceEpoch()), lease.month.toString(Qt::ISODate).toLatin1()})
        text += line + '\n';
    return text;
}

bool HeldLease::take(int number) {
    return !cut(open, {number, number}).empty() || !cut(off, {number, number}).empty();
}

NumberRanges HeldLease::giveBack(const NumberRange& range) {
    NumberRanges returned = cut(open, range);
    for (const NumberRange& one : returned)
        put(back, one);
    return returned;
}

NumberRanges HeldLease::writeOff(const NumberRange& range) {
    NumberRanges gone = cut(open, range);
    for (const NumberRange& one : gone)
        put(off, one);
    return gone;
}

const HeldLease* leaseOf(const std::vector<HeldLease>& leases, VolumeId volume, StationId holder, int number) {
    const HeldLease* found = nullptr;
    for (const HeldLease& lease : leases) {
        if (lease.volume != volume || lease.holder != holder || !lease.range().holds(number))
            continue;
        if (holds(lease.open, number))
            return &lease;
        if (!found || found->given <= lease.given)
            found = &lease;
    }
    return found;
}

base::Outcome mayGive(const HeldLease* lease, int number, const QDate& day, bool outside) {
    const auto wrong = [number](const char* code) { return base::fail(QLatin1String(code), {{QStringLiteral("number"), QString::number(number)}}); };
    if (!lease || !lease->range().holds(number))
        return wrong("book.number-unleased");
    if (holds(lease->back, number))
        return wrong("book.number-returned");
    if (lease->isTaken(number))
        return wrong("book.number-taken");
    if (!lease->isOf(day))
        return wrong("book.number-month");
    return outside == (lease->use == LeaseUse::Kit) ? base::done() : wrong("book.number-kit");
}

}
