#pragma once

#include "app/counter/Ports.h"

namespace motcua::counter {

/// A receipt that does not stand: a citizen came here, and has no dossier of it.
struct FallenReceipt {
    qint64 seq = 0; ///< its number in the needs-you tray
    QString code;   ///< as it was printed; another dossier may have it by now
    QString applicant;
    QString procedure;
    QDateTime at;
    bool isSeenTo = false; ///< it is in the tray no longer
};

/// What was recorded here and does not stand, as people speak of it. Thread: GUI; each call reads the journal.
namespace fallen {

/// The item, with all others about its dossier that do not stand: they leave the tray together. Empty: it is not in the tray.
std::vector<domain::ports::RefusedItem> together(const domain::ports::Exchange& exchange, qint64 seq);
/// Whether a citizen holds a receipt for one of them.
bool hasReceipt(const std::vector<domain::ports::RefusedItem>& items);
/// Whose dossier the item is about; empty: nobody's.
QString personOf(const Ports& ports, const domain::ports::RefusedItem& item);
/// By name, number, phone, procedure and code, as dossiers are found; newest first. What was received anew is left out.
std::vector<FallenReceipt> find(const Ports& ports, const QString& text);
/// A new dossier was made of the receipt: it and what was about it leave the tray.
base::Outcome madeAnew(domain::ports::Exchange& exchange, qint64 seq);

}

}
