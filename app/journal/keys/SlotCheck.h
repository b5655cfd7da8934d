#pragma once

#include "app/base/Result.h"
#include "app/journal/keys/Doors.h"
#include "app/journal/keys/KeyRing.h"
#include "app/journal/keys/SlotList.h"
#include "app/journal/log/Schema.h"

namespace motcua::journal {

/// What a slot's own seal says of the standing.
enum class Promise {
    None,   ///< it was sealed before anything of the standing was
    Rows,   ///< it was sealed by a program that kept the standing in rows of its own
    OneRow, ///< the standing is one row, and the slots are in it
};

/// Holds the rows of slots, doors, signers and the recovery slot against the list, and mends them. Owned by whoever calls, in the thread of its
/// connection and within its transaction.
class SlotCheck {
public:
    SlotCheck(sqlite::Connection& connection, schema::Identity identity, const KeyRingPointer& ring);

    /// Whose password opened it.
    struct Own {
        QByteArray slot; ///< empty: nobody's, the province's key did
        KeyRing::Key wrapping;
    };
    /// The first list of a file of before, as the rows stand.
    base::Result<SlotList> listOfBefore(const Own& own) const;
    /// Where there was one and is none any more: nobody's slot counts but the own, as a password proved it.
    base::Result<SlotList> listAnew(const Own& own) const;

    struct Found {
        int strange = 0;      ///< slots and doors that this desk did not make: taken out
        int gone = 0;         ///< slots that are missing
        int changed = 0;      ///< doors, signers and the recovery slot: put back, as far as that can be done
        bool keyGone = false; ///< the province's key was taken out, which was not told before
        bool isAny() const { return strange + gone + changed > 0; }
    };
    base::Result<Found> mend(SlotList& list);
    /// Whether the slot counts, also one that waited for its password.
    base::Result<bool> admit(SlotList& list, const Own& own) const;

    /// The slot and what lies beside it.
    base::Outcome remove(const QByteArray& slot);

private:
    struct Rows;
    base::Result<Rows> rows() const;
    base::Outcome mendSlots(SlotList& list, const Rows& rows, Found& found);
    base::Outcome takeOutStrange(const SlotList& list, const Rows& rows, Found& found);
    SlotList::Entry entryOf(const Rows& rows, const QByteArray& slot, const Own& own) const;

    sqlite::Connection& m_connection;
    schema::Identity m_identity;
    KeyRingPointer m_ring;
    Doors m_doors;
};

}
