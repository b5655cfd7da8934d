#pragma once

#include "app/counter/Counter.h"
#include "app/ui/widgets/Card.h"

#include <optional>

class QTabWidget;

namespace motcua::ui {

class ActionButton;
class DossierSummary;
class FormView;
class HistoryList;
class PaperView;
class TextEdit;

/// One dossier in full: facts, papers with their pages, history with notes, forms. Owner: DossiersPlace.
class DossierDetail : public Card {
    Q_OBJECT

public:
    explicit DossierDetail(counter::Counter& counter, QWidget* parent = nullptr);

    void setDossier(const counter::OpenedDossier& dossier, std::optional<bool> unsent);
    void toggleRevealed();
    void mask();
    /// As nobody has opened it yet: its first part, numbers hidden.
    void begin();
    void beginNote();
    void turn(int tabs);
    /// The scanned pages are in front, and there are some.
    bool showsPages() const;
    void turnPage(int direction);
    /// The form as it will lie on paper, before it is printed.
    void showForms();
    /// The note that was written about the dossier is on record.
    void settleNote(domain::DossierId dossier);

signals:
    /// Another part is in front, or has other pages.
    void pagesChanged();
    void noteWritten(const QString& text);
    void printRequested(const QString& form, qint64 slip);
    void formsLeft();
    void failed(const motcua::base::Error& error);

protected:
    void changeEvent(QEvent* event) override;

private:
    enum Tab { Facts, Papers, Past, Forms };

    void retranslate();
    QWidget* scrolling(QWidget* content);
    void recallNote();
    static QString noteField(domain::DossierId dossier);

    const counter::DossierDesk& m_desk;
    counter::Jottings& m_jottings;
    domain::DossierId m_dossier;
    QTabWidget* m_tabs;
    DossierSummary* m_summary;
    PaperView* m_papers;
    HistoryList* m_history;
    FormView* m_forms;
    TextEdit* m_note;
    ActionButton* m_keep;
};

}
