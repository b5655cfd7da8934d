#pragma once

#include "app/counter/Desk.h"
#include "app/counter/Jotter.h"

#include <QTimer>

#include <vector>

namespace motcua::counter {

/// Unsettled words about dossiers and books: notes, reasons, lists for form 02. One sealed draft for each user. What nobody has come
/// back to for 30 days is dropped. Owner: Counter. Thread: GUI.
class Jottings : public QObject, public Jotter {
    Q_OBJECT

public:
    Jottings(const Ports& ports, const Desk& desk);

    QString jotted(const QString& field) const override;
    void jot(const QString& field, const QString& text) override;

    /// On disk now; error "draft.…" when it is not.
    base::Outcome saveNow();
    /// Brings back the words of whoever is seated.
    void restore();

signals:
    /// Somebody else's words: what screens show of the former user's is to go.
    void restored();
    /// Told once until a saving succeeds again.
    void saveFailed(const motcua::base::Error& error);

private:
    struct Jotting {
        QString field;
        QString text;
        QDateTime changed;
        template <class Self, class Visitor>
        static void describe(Self& self, Visitor&& visit) {
            visit("field", self.field);
            visit("text", self.text);
            visit("changed", self.changed);
        }
    };
    struct Sheet {
        std::vector<Jotting> jottings;
        template <class Self, class Visitor>
        static void describe(Self& self, Visitor&& visit) {
            visit("jottings", self.jottings);
        }
    };

    base::Outcome write();

    Ports m_ports;
    const Desk& m_desk;
    Sheet m_sheet;
    domain::DraftId m_draft;
    bool m_dirty = false;
    bool m_failing = false;
    QTimer m_saveTimer;
};

}
