#pragma once

#include "app/base/Error.h"

#include <QMap>
#include <QObject>

namespace motcua::counter {
class Counter;
class PageHolder;
}

namespace motcua::ui {

class PlacePage;

/// Where the pages of an intake, or of a supplement, come from: the feeder, files that are chosen, the watched folder; and the sheets that separate a
/// batch. Says what came and what did not, on its place. Owner: IntakePlace, DossiersPlace.
class PageSources : public QObject {
    Q_OBJECT

public:
    PageSources(counter::Counter& counter, PlacePage& place, counter::PageHolder& holder);

    void scan();
    void chooseFiles();
    void printSeparator();

private:
    void clearTold();
    void scanEnded(const base::Error& error);
    void tellOfFile(const QString& name, const base::Error& error);
    void noteTaken(const QString& name);
    void showRefused();
    bool isToldNow() const;

    counter::Counter& m_counter;
    PlacePage& m_place;
    counter::PageHolder& m_holder;
    QStringList m_refusedChosen;          ///< of the files that were chosen one after another: each with why it was not read
    QMap<QString, base::Error> m_refused; ///< files of the watched folder that lie there still, and why
    QString m_told;                       ///< what the place's banner was last told of them
};

}
