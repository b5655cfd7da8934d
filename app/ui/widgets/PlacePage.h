#pragma once

#include "app/base/Result.h"
#include "app/domain/Ids.h"
#include "app/ui/widgets/ActionButton.h"
#include "app/ui/widgets/KeyLines.h"
#include "app/ui/widgets/Notice.h"

#include <QVBoxLayout>
#include <QWidget>

#include <functional>
#include <vector>

namespace motcua::domain {
struct CardQr;
struct Passport;
struct EntryReference;
}

namespace motcua::ui {

class ActionRow;
class Banner;
class TextLabel;

/// A place of the main window: heading, subtitle, a row of actions with their function keys, one banner, the content. The content has the
/// room that is left and does not scroll as a whole; its columns may (ScrollColumn). A place is made when it is first opened and lives until the
/// station is closed; it keeps what was typed while another place or the lock is in front.
class PlacePage : public QWidget {
    Q_OBJECT

public:
    explicit PlacePage(QWidget* parent = nullptr);

    /// The place came to the front: read again what is shown and put the focus where work begins.
    virtual void activate() {}
    /// The place leaves the front or the station is about to be locked: nothing typed may hang in a widget only.
    virtual void deactivate() {}
    /// Somebody else sits down: what was searched, chosen and opened here is gone. What was typed is kept for its own user elsewhere.
    virtual void forget() {}
    /// Shows this dossier; places that show none ignore it.
    virtual void openDossier(domain::DossierId dossier) { Q_UNUSED(dossier); }
    /// Takes up this unfinished intake; places that take none in ignore it.
    virtual void openDraft(domain::DraftId draft) { Q_UNUSED(draft); }
    /// Shows this receipt that does not stand; places that show none ignore it.
    virtual void openReceipt(qint64 seq) { Q_UNUSED(seq); }
    /// Shows this row of its book; places that show none ignore it.
    virtual void openEntry(const domain::EntryReference& entry) { Q_UNUSED(entry); }
    /// A card was scanned. False where a card has no place.
    virtual bool takeCard(const domain::CardQr& card) {
        Q_UNUSED(card);
        return false;
    }
    /// A passport's lines were read. False where a passport has no place.
    virtual bool takePassport(const domain::Passport& passport) {
        Q_UNUSED(passport);
        return false;
    }
    /// A paper of this dossier was scanned. False where the dossier is to be opened in full.
    virtual bool takeReceipt(domain::DossierId dossier) {
        Q_UNUSED(dossier);
        return false;
    }
    /// Ctrl+Z that no field takes: the last thing done here.
    virtual void undo() {}
    /// Keys that what has the focus takes by itself: no button and no shortcut says them.
    virtual std::vector<KeyLine> moreKeys() const { return {}; }

    /// The key map of the page: keyLines() and moreKeys().
    std::vector<KeyLine> keys() const;

    Banner* banner() const { return m_banner; }

signals:
    void dossierRequested(motcua::domain::DossierId dossier);
    void entryRequested(const motcua::domain::EntryReference& entry);
    void placeRequested(const QString& place);
    void noticed(const motcua::ui::Notice& notice);
    /// The number beside the place in the rail; 0 hides it.
    void badgeChanged(int count);

protected:
    /// Called at first and on each change of language: set every word.
    virtual void retranslate() = 0;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

    void setTitle(const QString& title);
    void setSubtitle(const QString& subtitle);
    /// A click on the subtitle does what it says.
    void setSubtitleAct(std::function<void()> act);
    bool eventFilter(QObject* watched, QEvent* event) override;
    /// At the end of the heading line.
    ActionButton* addAction(ButtonKind kind, const QString& icon, const QKeySequence& key);
    void addToHeading(QWidget* widget);
    QVBoxLayout* body() const { return m_body; }
    /// Shows why it failed; or notices `done`, where it is not empty, and gives the focus to `next`. Returns whether it succeeded.
    bool told(const base::Outcome& outcome, const QString& done, QWidget* next);

private:
    void fitSubtitle();

    TextLabel* m_title;
    TextLabel* m_subtitle;
    std::function<void()> m_subtitleAct;
    ActionRow* m_actions;
    QVBoxLayout* m_body;
    Banner* m_banner;
};

}

Q_DECLARE_METATYPE(motcua::ui::Notice)
