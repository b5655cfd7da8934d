#pragma once

#include "app/counter/Ports.h"

#include <QObject>

#include <optional>

namespace motcua::counter {

/// Whether the machine's clock can be believed, since papers and books carry its date: it does not stand before what this station
/// recorded last, nor long after it without an answer of the platform since, and the platform does not say otherwise. Owner: Counter. Thread: GUI.
class ClockWatch : public QObject {
    Q_OBJECT

public:
    explicit ClockWatch(const Ports& ports) : m_ports(ports) {}

    /// Errors: "clock.behind" with now and last, "clock.differs" with now and minutes, "clock.leapt" with now, last and days.
    base::Outcome check() const;
    /// Somebody has looked and says that the clock is right: it is believed until it moves again.
    void believe();

signals:
    void believed();

private:
    struct Belief {
        QDateTime at;
        QDateTime last;
        QDateTime lastContact;
        qint64 minutesAhead = 0;
    };
    Belief look() const;
    bool isBelieved(const Belief& now) const;

    Ports m_ports;
    std::optional<Belief> m_belief;
};

}
