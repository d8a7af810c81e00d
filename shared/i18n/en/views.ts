/** The document in the order of its roles and stages. */
export const viewsMessages = {
  'action.view.as': 'Arranged as: {view}',
  'menu.views': 'Arrange as',
  'view.free': 'As drawn',
  'view.grid': 'Roles × stages',
  'view.roles': 'Lanes by role',
  'view.stages': 'Lanes by stage',
  'view.switch': 'Arrangement: {view}',
} as const;
